package io.foxden.testkit.wire;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** One answer: status, header fields, body. Immutable. */
public final class Answer {
    private final int status;
    private final Map<String, String> headers;
    private final byte[] body;

    private Answer(int status, Map<String, String> headers, byte[] body) {
        this.status = status;
        this.headers = Collections.unmodifiableMap(headers);
        this.body = body;
    }

    /** An answer with that status and nothing else. */
    public static Answer of(int status) {
        return new Answer(status, new TreeMap<>(String.CASE_INSENSITIVE_ORDER), new byte[0]);
    }

    public static Answer of(int status, String contentType, String body) {
        return of(status).withBody(contentType, body.getBytes(StandardCharsets.UTF_8));
    }

    public int status() {
        return status;
    }

    /** Unmodifiable. */
    public Map<String, String> headers() {
        return headers;
    }

    public String contentType() {
        return headers.getOrDefault("Content-Type", "");
    }

    public byte[] body() {
        return body.clone();
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    public Answer withStatus(int other) {
        return new Answer(other, headers, body);
    }

    /** A line break in the value makes two lines of it. */
    public Answer withHeader(String name, String value) {
        Map<String, String> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        copy.putAll(headers);
        copy.put(name, value);
        return new Answer(status, copy, body);
    }

    public Answer withoutHeader(String name) {
        Map<String, String> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        copy.putAll(headers);
        copy.remove(name);
        return new Answer(status, copy, body);
    }

    public Answer withBody(String contentType, byte[] other) {
        return new Answer(status, withHeader("Content-Type", contentType).headers, other.clone());
    }

    /** Status and media type only: bodies carry secrets. */
    @Override
    public String toString() {
        return status + " " + contentType();
    }
}
