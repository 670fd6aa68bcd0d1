package io.foxden.servlet.exchange;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What one of our addresses answers, as a value; the filter adds the security headers and writes it. Immutable. */
public final class Answer {
    private static final int SEE_OTHER = 303;
    private static final int NO_CONTENT = 204;

    private final int status;
    private final String type;
    private final String body;
    private final List<Header> headers;
    private final List<URI> formTargets;
    private final String script;

    private record Header(String name, String value) {}

    private Answer(int status, String type, String body, List<Header> headers, List<URI> formTargets, String script) {
        this.status = status;
        this.type = type;
        this.body = body;
        this.headers = List.copyOf(headers);
        this.formTargets = List.copyOf(formTargets);
        this.script = script;
    }

    public static Answer page(int status, String html) {
        return new Answer(status, "text/html;charset=UTF-8", html, List.of(), List.of(), "");
    }

    public static Answer json(int status, String json) {
        return new Answer(status, "application/json", json, List.of(), List.of(), "");
    }

    public static Answer text(int status, String text) {
        return new Answer(status, "text/plain;charset=UTF-8", text, List.of(), List.of(), "");
    }

    /** A problem document (RFC 9457). */
    public static Answer problem(int status, String json) {
        return new Answer(status, "application/problem+json", json, List.of(), List.of(), "");
    }

    /** Status and headers only. */
    public static Answer empty(int status) {
        return new Answer(status, "", "", List.of(), List.of(), "");
    }

    /** On to another address, with GET (RFC 9110, section 15.4.4); it may be relative to the one asked for. */
    public static Answer seeOther(String location) {
        return empty(SEE_OTHER).with("Location", location);
    }

    public Answer with(String name, String value) {
        List<Header> more = new ArrayList<>(headers);
        more.add(new Header(name, value));
        return new Answer(status, type, body, more, formTargets, script);
    }

    /** The page's forms lead on to these sites, by way of our own address. */
    public Answer withFormTargets(List<URI> sites) {
        return new Answer(status, type, body, headers, sites, script);
    }

    /** @param source by which the Content-Security-Policy names the one script of the page */
    public Answer withScript(String source) {
        return new Answer(status, type, body, headers, formTargets, source);
    }

    /** What names the page's script; empty where it has none. */
    public String script() {
        return script;
    }

    /** The other sites that the page's forms lead on to. */
    public List<URI> formTargets() {
        return formTargets;
    }

    public Answer with(SetCookie cookie) {
        return with("Set-Cookie", cookie.header());
    }

    /** Tells the caller when to come again (RFC 9110, section 10.2.3), in whole seconds, at least one. */
    public Answer withRetryAfter(Duration wait) {
        return with(
                "Retry-After", Long.toString(Math.max(1, wait.plusMillis(999).toSeconds())));
    }

    public int status() {
        return status;
    }

    /** Writes status, headers and, unless the method was HEAD, the body. */
    public void writeTo(HttpServletResponse response, boolean withBody) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        headers.forEach(header -> response.addHeader(header.name(), header.value()));
        if (!type.isEmpty()) {
            response.setContentType(type);
        }
        if (status != NO_CONTENT) { // RFC 9110, section 8.6
            response.setContentLength(bytes.length);
        }
        if (withBody) {
            response.getOutputStream().write(bytes);
        }
    }

    /** No body: a page may carry what is only for its reader. */
    @Override
    public String toString() {
        return "Answer[" + status + " " + type + "]";
    }
}
