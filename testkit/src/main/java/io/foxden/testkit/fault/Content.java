package io.foxden.testkit.fault;

/** What a false answer says. */
public sealed interface Content {

    /** Foxy's error document with one {@code fx:errors} entry. */
    record FxErrors(String message) implements Content {}

    /** An OAuth error document (RFC 6749 section 5.2). */
    record OAuthError(String error, String description) implements Content {}

    /** A page of HTML, as proxies and outages answer. */
    record Html() implements Content {}

    /** No body and no content type. */
    record Empty() implements Content {}

    /** Bytes that are no text, under the content type of a HAL document. */
    record Garbage() implements Content {}

    /** Valid JSON as far as it goes, but {@code bytes} long. */
    record Huge(long bytes) implements Content {}
}
