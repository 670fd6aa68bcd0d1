package io.foxden.servlet.exchange;

import io.foxden.problem.OperatorException;
import io.foxden.words.Languages;
import io.foxden.words.Words;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.security.Principal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A request to an address of ours. Belongs to the thread that serves it. */
public final class Request {
    /** As many of one name as fit into a header of 8 KB. */
    private static final int MOST_COOKIES = 200;

    private final HttpServletRequest http;
    private final Base base;
    private final String path;
    private final Reached reached;
    private final Optional<Whereabouts> whereabouts;
    private final Languages languages;
    private final RequestBody body;
    private @Nullable Parameters form;
    private @Nullable Words words;

    public Request(HttpServletRequest http, Base base, Forwarding forwarding, Languages languages) {
        this.http = http;
        this.body = new RequestBody(http);
        this.languages = languages;
        this.base = base;
        this.path = base.pathOf(http.getRequestURI());
        this.reached = forwarding.reached(http);
        this.whereabouts = Whereabouts.of(http, base, reached);
    }

    public String method() {
        return http.getMethod();
    }

    /** In the language of whoever asks. */
    public Words words() {
        if (words == null) {
            words = languages.words(header("Accept-Language").orElse(null));
        }
        return words;
    }

    /** Whether an answer was put in a language that depends on who asks. */
    public boolean varies() {
        return words != null && languages.vary();
    }

    /** What follows the base path, raw: nothing decoded, nothing made normal. */
    public String path() {
        return path;
    }

    /** @throws OperatorException BAD_REQUEST where it is not UTF-8 or wrongly escaped */
    public Parameters query() {
        return Parameters.parse(http.getQueryString());
    }

    /**
     * The fields of the body, which is read once.
     *
     * @throws BodyAwaited where it is not all here yet
     * @throws OperatorException BAD_REQUEST where it is not a form, or larger than 64 KB
     */
    public Parameters form() throws IOException {
        if (form == null) {
            form = body.form();
        }
        return form;
    }

    /**
     * The text of the body, which must be JSON where there is one.
     *
     * @throws BodyAwaited where it is not all here yet
     * @throws OperatorException BAD_REQUEST where it is something else, or larger than 64 KB
     */
    public String json() throws IOException {
        return body.json();
    }

    /**
     * After {@link BodyAwaited}: has the body taken in, and this request dispatched anew when it came. The caller returns
     * at once to the server.
     */
    public void await() throws IOException {
        body.await();
    }

    /**
     * Whether something of the body, which nobody wants, is still to come. Where the answer can tell, it is to say that
     * the connection ends.
     */
    public boolean leavesBody() throws IOException {
        return body.isLeft();
    }

    /** Whether a connection carries one request after the other (RFC 9112, section 9). */
    public boolean isInTurn() {
        return http.getProtocol().startsWith("HTTP/1");
    }

    /** After the answer was sent: gives up what is still to come of the body. The caller returns at once to the server. */
    public void letGo() throws IOException {
        body.letGo();
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(http.getHeader(name));
    }

    /**
     * The first cookie of this name; null where there is none. For names that nobody else can know: of others there may be
     * several.
     */
    public @Nullable String cookie(String name) {
        return cookies(name).stream().findFirst().orElse(null);
    }

    /**
     * Every cookie of this name, with a prefix or without: a neighbour under the same domain may have set others. Bounded:
     * servers take headers of 8 KB.
     */
    public List<String> cookies(String name) {
        Cookie[] cookies = http.getCookies();
        return cookies == null
                ? List.of()
                : SetCookie.names(name).stream()
                        .flatMap(each -> Arrays.stream(cookies)
                                .filter(cookie -> cookie.getName().equals(each)))
                        .map(cookie -> unquoted(cookie.getValue()))
                        .limit(MOST_COOKIES)
                        .toList();
    }

    /**
     * Quotes around a cookie's value are not part of it (RFC 6265, section 4.1.1). Java's own cookie store sends them with
     * every cookie that has a Max-Age; Tomcat 11 hands them on, earlier ones do not.
     */
    private static String unquoted(String value) {
        boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1) : value;
    }

    /** Whom the host knows this user as, if it does. */
    public Optional<String> user() {
        return Optional.ofNullable(http.getUserPrincipal()).map(Principal::getName);
    }

    public boolean userInRole(String role) {
        return http.isUserInRole(role);
    }

    public Reached reached() {
        return reached;
    }

    /** The public address of the application: as the browser says, else as this request shows it. */
    public URI seenSiteUrl() {
        return toldSiteUrl().orElseGet(() -> reached.siteUrl(base.contextPath()));
    }

    /** The same, where the browser itself says so. */
    public Optional<URI> toldSiteUrl() {
        return whereabouts.flatMap(
                told -> told.siteUrl(reached.siteUrl(base.contextPath()).getRawPath()));
    }

    /** Whether the browser uses this address of the site, as far as it can be told. */
    public boolean isAt(URI siteUrl) {
        String origin = siteUrl.getScheme() + "://" + siteUrl.getRawAuthority();
        boolean there = whereabouts
                .map(told -> told.origin().equals(origin))
                .filter(same -> same)
                .orElseGet(() -> reached.isAt(origin));
        return there
                && whereabouts
                        .map(Whereabouts::contextPath)
                        .filter(path -> !path.equals(siteUrl.getRawPath()))
                        .isEmpty();
    }

    /** Whether the query is this, letter for letter. */
    public boolean hasQuery(String query) {
        return query.equals(http.getQueryString());
    }

    /**
     * The address that the browser uses, as far as it can be believed: the browser's own word, or that of a request that no
     * unknown proxy has touched.
     */
    public Optional<URI> usedSiteUrl() {
        return toldSiteUrl()
                .or(() -> reached.unheard().isEmpty()
                        ? Optional.of(reached.siteUrl(base.contextPath()))
                        : Optional.empty());
    }

    /** Whether the browser is elsewhere than the request looks as if it were: a proxy in between is not believed, or silent. */
    public boolean isMisled() {
        return whereabouts
                .map(told -> !told.origin().equals(reached.origin()))
                .orElseGet(() -> reached.unheard().contradicts(reached.scheme(), reached.authority()));
    }

    /** Whether the browser says by which path it reached the application, so that no proxy can have changed it. */
    public boolean tellsPath() {
        return whereabouts.filter(told -> told.contextPath() != null).isPresent();
    }

    /** Whether the browser came by https, as the server, a trusted proxy or the browser itself says. */
    public boolean https() {
        return reached.https()
                || whereabouts
                        .filter(told -> told.origin().startsWith("https:"))
                        .isPresent();
    }

    /**
     * The way from the address asked for to {@code /} below the base path, such as {@code ./} or {@code ../}. Relative,
     * so that it holds behind a proxy that changes the path.
     */
    public String home() {
        if (!path.startsWith("/")) {
            return path.isEmpty() ? base.lastSegment() + "/" : base.path() + "/";
        }
        int steps = (int) path.chars().filter(c -> c == '/').count() - 1;
        return steps == 0 ? "./" : "../".repeat(steps);
    }
}
