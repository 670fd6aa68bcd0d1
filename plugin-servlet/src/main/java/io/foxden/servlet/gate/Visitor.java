package io.foxden.servlet.gate;

import io.foxden.servlet.exchange.SetCookie;
import org.jspecify.annotations.Nullable;

/** Who asks, as far as it is proven. */
public sealed interface Visitor {
    /** Nobody we know. */
    record Stranger() implements Visitor {}

    /** Somebody the host knows, who is not an administrator of ours. */
    record Known() implements Visitor {}

    /**
     * One who may do everything.
     *
     * @param proof how that is known
     * @param session token of the session by which it is known; empty where it is not
     * @param formToken what a form or a script must send back to change something; empty where none is needed
     * @param cookie to be set with the answer, where the form token needs one that is not there yet
     */
    record Administrator(
            Proof proof,
            String session,
            String formToken,
            @Nullable SetCookie cookie) implements Visitor {
        /** The form token for the button that ends a session; null where there is no session to end. */
        public @Nullable String signOut() {
            return proof == Proof.SESSION ? formToken : null;
        }

        /** The tokens open things: not for logs. */
        @Override
        public String toString() {
            return "Administrator[" + proof + "]";
        }
    }

    /** How an administrator is known. */
    enum Proof {
        /** A session opened by a code. */
        SESSION,
        /** The host says that the user is in the role. */
        ROLE,
        /** The admin token in a header, which a browser never sends by itself. */
        TOKEN
    }
}
