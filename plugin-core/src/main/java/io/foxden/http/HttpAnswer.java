package io.foxden.http;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What a server answered, whole and unpacked. Immutable as long as nobody writes to its bytes; prints no body. */
public final class HttpAnswer {
    private final int status;
    private final Map<String, List<String>> headers;
    private final byte[] body;

    /** @param body becomes the answer's own */
    public HttpAnswer(int status, Map<String, List<String>> headers, byte[] body) {
        this.status = status;
        Map<String, List<String>> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        byName.putAll(headers);
        this.headers = byName;
        this.body = body;
    }

    public int status() {
        return status;
    }

    /** The first value of a header; the name's case does not matter. */
    public Optional<String> header(String name) {
        return headers.getOrDefault(name, List.of()).stream().findFirst();
    }

    /**
     * What a header lists, however often it stands and however its values are put together (RFC 9110, section 5.3), in
     * lower case and without parameters.
     */
    public List<String> listed(String name) {
        return headers.getOrDefault(name, List.of()).stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .map(each -> each.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
                .filter(each -> !each.isEmpty())
                .toList();
    }

    /** The media type in lower case, without parameters; of several the first. */
    public Optional<String> contentType() {
        return listed("Content-Type").stream().findFirst();
    }

    /** The value of a parameter of the media type, without quotes. */
    public Optional<String> contentTypeParameter(String name) {
        return headers.getOrDefault("Content-Type", List.of()).stream()
                .flatMap(value -> Stream.of(value.split("[;,]", -1)))
                .map(part -> part.split("=", 2))
                .filter(pair -> pair.length == 2 && pair[0].strip().equalsIgnoreCase(name))
                .map(pair -> pair[1].strip().replace("\"", ""))
                .findFirst();
    }

    /** The same with its body as it was before it was packed, where that can be had. */
    HttpAnswer unpacked(int limit) throws AnswerTooLargeException {
        byte[] content = ContentCoding.unpacked(body, headers.getOrDefault("Content-Encoding", List.of()), limit);
        return content == body ? this : new HttpAnswer(status, headers, content);
    }

    /** The body itself, to be read only; never log it. */
    public byte[] body() {
        return body;
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
