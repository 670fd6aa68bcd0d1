package io.foxden.testkit.journal;

import java.util.Locale;

/** A rule of Foxy's, or of OAuth, that a well-made integration keeps. Breaking one is a {@link Violation}. */
public enum Rule {
    /** {@code FOXY-API-VERSION: 1} comes with every request to the API. */
    VERSION_HEADER,
    /** {@code Accept} admits {@code application/hal+json} (or, at the token endpoint, JSON). */
    ACCEPT,
    /** A method the address does not have. */
    METHOD,
    /** A body is a form or JSON; at the token endpoint a form. */
    CONTENT_TYPE,
    /** A body that is not what its content type says, or a parameter that came twice. */
    MALFORMED,
    /** An address that does not exist: integrations find addresses by link. */
    UNKNOWN_ADDRESS,
    /** A bearer token goes where it is needed, not to the token endpoint, nor into an address. */
    BEARER_MISPLACED,
    /** A resource was asked for without a bearer token. */
    BEARER_MISSING,
    /** A resource was asked for with a token of another scope, or of another store. */
    SCOPE,
    /** Client credentials come once: by Basic or in the body, never in the address. */
    CLIENT_CREDENTIALS,
    /** Parameters of the authorization request or of a grant that are missing, wrong or not documented. */
    OAUTH_PARAMETERS,
    /** A {@code state} is used once. */
    STATE_REUSED,
    /** A registration with wrong fields. */
    REGISTRATION_FIELDS,
    /** A client id that is taken already. */
    CLIENT_ID_TAKEN,
    /** Two clients for one redirect URI: one installation registered twice. */
    REDIRECT_URI_SHARED,
    /** The exchange repeats the registered redirect URI exactly. */
    REDIRECT_URI,
    /** A code is used once. */
    CODE_REUSED,
    /** A code is exchanged within 30 seconds. */
    CODE_LATE,
    /** A code is exchanged by the client it was given to. */
    CODE_FOREIGN;

    /** The name in JSON: lower case with underscores. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
