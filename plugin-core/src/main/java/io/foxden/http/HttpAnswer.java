package io.foxden.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a server answered, whole. Immutable; prints no body. */
public final class HttpAnswer {
    private final int status;
    private final Map<String, List<String>> headers;
    private final byte[] body;

    public HttpAnswer(int status, Map<String, List<String>> headers, byte[] body) {
        this.status = status;
        Map<String, List<String>> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        byName.putAll(headers);
        this.headers = byName;
        this.body = body.clone();
    }

    public int status() {
        return status;
    }

    /** The first value of a header; the name's case does not matter. */
    public Optional<String> header(String name) {
        return headers.getOrDefault(name, List.of()).stream().findFirst();
    }

    /** The media type in lower case, without parameters. */
    public Optional<String> contentType() {
        return header("Content-Type")
                .map(value -> value.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
                .filter(type -> !type.isEmpty());
    }

    public byte[] body() {
        return body.clone();
    }

    public boolean hasBody() {
        return body.length > 0;
    }

    /** The body as UTF-8, whatever it is; never log it. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return status + " with " + contentType().orElse("no content type") + ", " + body.length + " bytes";
    }
}
