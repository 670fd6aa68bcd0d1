package io.foxden.servlet.gate;

import io.foxden.access.Access;
import io.foxden.access.Session;

/** Which codes, tokens and sessions make an administrator. Safe for many threads. */
interface Keyring {
    /**
     * Opens a session.
     *
     * @throws io.foxden.problem.OperatorException CODE_WRONG if the code opens none
     */
    Session claim(String code);

    /** Whether this is the token of a session that is open now. */
    boolean isOpen(String sessionToken);

    /** Ends a session; does nothing if it is not open. */
    void end(String sessionToken);

    /** In constant time. */
    boolean isAdminToken(String candidate);

    /** That of an open installation. */
    static Keyring of(Access access) {
        return new Keyring() {
            @Override
            public Session claim(String code) {
                return access.claim(code);
            }

            @Override
            public boolean isOpen(String sessionToken) {
                return access.isOpen(sessionToken);
            }

            @Override
            public void end(String sessionToken) {
                access.end(sessionToken);
            }

            @Override
            public boolean isAdminToken(String candidate) {
                return access.isAdminToken(candidate);
            }
        };
    }
}
