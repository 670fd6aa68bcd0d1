package io.foxden.token;

import io.foxden.foxy.Reply;

/** What the token endpoint answered. */
public sealed interface TokenReply {
    /** Tokens. */
    record Granted(TokenSet tokens) implements TokenReply {}

    /** Foxy's own no, with an OAuth error or an error document. */
    record Refused(Reply.Refused reason) implements TokenReply {
        /** The code, refresh token or grant is no longer good (RFC 6749, section 5.2). */
        public boolean invalidGrant() {
            return "invalid_grant".equals(reason.oauthError());
        }

        /** The client is unknown or its secret wrong, whichever way it was sent. */
        public boolean invalidClient() {
            return "invalid_client".equals(reason.oauthError());
        }
    }

    /** No answer, or none that Foxy gave: nothing is known, nothing is lost. */
    record Unclear(Reply.Unclear reason) implements TokenReply {}
}
