package io.foxden.servlet.gate;

import io.foxden.access.Session;
import io.foxden.problem.Code;
import io.foxden.problem.OperatorException;
import io.foxden.secret.Digest;
import io.foxden.secret.RandomText;
import io.foxden.secret.Secret;
import io.foxden.words.Message;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * While there is no store to know anybody by: the admin token from the settings opens a session of an hour that is kept in
 * memory, and nothing else does.
 */
final class TokenKeyring implements Keyring {
    private static final Duration SESSION = Duration.ofHours(1);
    private static final int MOST_SESSIONS = 100;

    private final Supplier<Optional<Secret>> adminToken;
    private final RandomText random;
    private final Clock clock;

    /** By the fingerprints of their tokens and the admin token, with which they end; the oldest first. */
    private final Map<String, Instant> sessions = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > MOST_SESSIONS;
        }
    };

    TokenKeyring(Supplier<Optional<Secret>> adminToken, RandomText random, Clock clock) {
        this.adminToken = adminToken;
        this.random = random;
        this.clock = clock;
    }

    @Override
    public synchronized Session claim(String code) {
        if (!isAdminToken(code)) {
            throw new OperatorException(Code.CODE_WRONG, Message.of("access/code-wrong"));
        }
        Session session = new Session(Secret.of(random.token()), clock.instant().plus(SESSION));
        sessions.put(name(session.token().reveal()), session.expiresAt());
        return session;
    }

    @Override
    public synchronized boolean isOpen(String sessionToken) {
        Instant end = sessions.get(name(sessionToken));
        return end != null && clock.instant().isBefore(end);
    }

    @Override
    public synchronized void end(String sessionToken) {
        sessions.remove(name(sessionToken));
    }

    private String name(String sessionToken) {
        return Digest.sha256(
                sessionToken + "\n" + adminToken.get().map(Secret::reveal).orElse(""));
    }

    @Override
    public boolean isAdminToken(String candidate) {
        return adminToken.get().filter(token -> token.matches(candidate)).isPresent();
    }
}
