package io.foxden.testkit.wire;

import java.util.Locale;
import java.util.Optional;

/**
 * One request as it arrived.
 *
 * @param path the path as sent, without the query
 * @param rawQuery the query as sent, empty where there is none
 * @param body the body read as UTF-8, empty where there is none
 */
public record Call(String method, Origin origin, String path, String rawQuery, Headers headers, String body) {

    public Optional<String> header(String name) {
        return headers.get(name);
    }

    /** The media type of the body, in lower case and without parameters. */
    public Optional<String> mediaType() {
        return header("Content-Type")
                .map(value -> value.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
                .filter(value -> !value.isEmpty());
    }

    /**
     * The query, decoded.
     *
     * @throws IllegalArgumentException where a percent escape is malformed
     */
    public Parameters query() {
        return Parameters.parse(rawQuery);
    }

    /**
     * The body read as a form.
     *
     * @throws IllegalArgumentException where a percent escape is malformed
     */
    public Parameters form() {
        return Parameters.parse(body);
    }

    public Call withoutHeader(String name) {
        return new Call(method, origin, path, rawQuery, headers.without(name), body);
    }

    public Call withMethod(String other) {
        return new Call(other, origin, path, rawQuery, headers, body);
    }

    /** Method and path only: bodies and headers carry secrets. */
    @Override
    public String toString() {
        return method + " " + path;
    }
}
