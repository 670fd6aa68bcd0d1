package io.foxden.http;

import io.foxden.secret.Secret;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What to ask of a server. Immutable; prints neither body nor credentials. */
public final class HttpRequest {
    private static final String AUTHORIZATION = "Authorization";

    private final String method;
    private final URI uri;
    private final Map<String, String> headers;
    private final @Nullable Secret authorization;
    private final @Nullable Body body;

    private HttpRequest(
            String method, URI uri, Map<String, String> headers, @Nullable Secret authorization, @Nullable Body body) {
        this.method = method;
        this.uri = uri;
        this.headers = headers;
        this.authorization = authorization;
        this.body = body;
    }

    public static HttpRequest get(URI uri) {
        return of("GET", uri);
    }

    public static HttpRequest post(URI uri) {
        return of("POST", uri);
    }

    public static HttpRequest put(URI uri) {
        return of("PUT", uri);
    }

    public static HttpRequest patch(URI uri) {
        return of("PATCH", uri);
    }

    public static HttpRequest delete(URI uri) {
        return of("DELETE", uri);
    }

    private static HttpRequest of(String method, URI uri) {
        return new HttpRequest(method, uri, Map.of(), null, null);
    }

    /**
     * Sets a header in place of any earlier one of that name.
     *
     * @throws IllegalArgumentException for {@code Authorization}, which is secret, and for line breaks
     */
    public HttpRequest withHeader(String name, String value) {
        if (name.equalsIgnoreCase(AUTHORIZATION)) {
            throw new IllegalArgumentException("Authorization goes through withAuthorization");
        }
        requireOneLine(name, value);
        Map<String, String> more = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        more.putAll(headers);
        more.put(name, value);
        return new HttpRequest(method, uri, more, authorization, body);
    }

    /** Sets the {@code Authorization} header to this value, scheme included. */
    public HttpRequest withAuthorization(Secret headerValue) {
        requireOneLine(AUTHORIZATION, headerValue.reveal());
        return new HttpRequest(method, uri, headers, headerValue, body);
    }

    /** Sets the {@code Authorization} header for this bearer token (RFC 6750, section 2.1). */
    public HttpRequest withBearer(Secret token) {
        return withAuthorization(Secret.of("Bearer " + token.reveal()));
    }

    /** Sets the body to these form fields, in the map's order. */
    public HttpRequest withForm(Map<String, String> fields) {
        return withForm(fields, Map.of());
    }

    /** Sets the body to these form fields, of which the latter are never repeated in a message. */
    public HttpRequest withForm(Map<String, String> fields, Map<String, Secret> hidden) {
        Map<String, String> all = new LinkedHashMap<>(fields);
        hidden.forEach((name, value) -> all.put(name, value.reveal()));
        String text = all.entrySet().stream()
                .map(field -> encoded(field.getKey()) + '=' + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return withBody(new Body("application/x-www-form-urlencoded", text, List.copyOf(hidden.values())));
    }

    /** Sets the body to this JSON text. */
    public HttpRequest withJson(String json) {
        return withBody(new Body("application/json", json, List.of()));
    }

    private HttpRequest withBody(Body newBody) {
        return new HttpRequest(method, uri, headers, authorization, newBody);
    }

    public String method() {
        return method;
    }

    public URI uri() {
        return uri;
    }

    /** A header set by {@link #withHeader}; never the authorization. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** The headers set by {@link #withHeader}, by name without regard to case. */
    public Map<String, String> headers() {
        return headers;
    }

    public Optional<Secret> authorization() {
        return Optional.ofNullable(authorization);
    }

    /** The body's text; never log it. */
    public Optional<String> body() {
        return Optional.ofNullable(body).map(Body::text);
    }

    public Optional<String> contentType() {
        return Optional.ofNullable(body).map(Body::contentType);
    }

    /** Text from the answer without the secrets this request carried, should the server have repeated one. */
    public String conceal(String text) {
        String concealed = text;
        for (String secret : secrets()) {
            concealed = concealed.replace(secret, "(hidden)");
        }
        return concealed;
    }

    private Collection<String> secrets() {
        List<String> secrets = new ArrayList<>();
        if (body != null) {
            body.hidden.forEach(value -> {
                secrets.add(value.reveal());
                secrets.add(encoded(value.reveal()));
            });
        }
        if (authorization != null) {
            secrets.addAll(AuthorizationHeader.secretsOf(authorization.reveal()));
        }
        return secrets;
    }

    @Override
    public String toString() {
        return method + " " + uri;
    }

    private static void requireOneLine(String name, String value) {
        if ((name + value).chars().anyMatch(c -> c < ' ')) {
            throw new IllegalArgumentException("Line break or control character in header " + name.strip());
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private record Body(String contentType, String text, List<Secret> hidden) {}
}
