package io.foxden.foxy;

import io.foxden.foxy.Reply.Done;
import io.foxden.foxy.Reply.Unclear;
import io.foxden.hal.HalDocument;
import io.foxden.hal.Link;
import io.foxden.http.HttpAnswer;
import io.foxden.http.HttpRequest;
import io.foxden.http.Wire;
import io.foxden.http.WireException;
import io.foxden.problem.Code;
import io.foxden.problem.Problem;
import io.foxden.problem.RefusedException;
import io.foxden.problem.TryLaterException;
import io.foxden.words.Message;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A conversation with Foxy. Every request carries the API version (Foxy: "Every request") and goes to a trusted host or
 * nowhere. Safe for many threads.
 */
public final class Foxy {
    private final Wire wire;
    private final URI apiUrl;
    private final TrustedHosts trusted;
    private final Clock clock;
    private final ApiHome home;

    /** @throws IllegalArgumentException if the API's address is not an absolute http or https URI */
    public Foxy(Wire wire, URI apiUrl) {
        this(wire, apiUrl, Clock.systemUTC());
    }

    /**
     * @param clock for a {@code Retry-After} that is a date, where the answer tells no time of its own
     * @throws IllegalArgumentException if the API's address is not an absolute http or https URI
     */
    public Foxy(Wire wire, URI apiUrl, Clock clock) {
        this(wire, apiUrl, clock, System::nanoTime);
    }

    Foxy(Wire wire, URI apiUrl, Clock clock, LongSupplier nanos) {
        this.wire = wire;
        this.apiUrl = withPath(apiUrl);
        this.trusted = new TrustedHosts(apiUrl);
        this.clock = clock;
        this.home = new ApiHome(this::askForHome, nanos);
    }

    /** The address of the API home. */
    public URI apiUrl() {
        return apiUrl;
    }

    /**
     * Sends the request once and tells what the answer means.
     *
     * @throws RefusedException with {@link Code#UNTRUSTED_LINK}, before anything is sent, if the address is not one of
     *     Foxy's
     */
    public Reply send(HttpRequest request) {
        return heard(request, Expected.ANYTHING).reply();
    }

    /**
     * Asks for a document unless it is still the one that is held, by its ETag (RFC 9110, section 13.1.2); then the reply
     * is the held one itself.
     *
     * @param request a GET of what was asked for then, by the same bearer
     */
    public Reply sendUnlessHeld(HttpRequest request, Done held) {
        Optional<String> etag = held.answer().header("ETag");
        if (etag.isEmpty()) {
            return send(request);
        }
        Heard heard = heard(request.withHeader("If-None-Match", etag.get()), Expected.ANYTHING);
        return heard.status() == Heard.NOT_MODIFIED ? held : heard.reply();
    }

    /**
     * Sends a request to where a link of the API home points. Where that was an old address (404, 410, a redirect), the
     * home is read anew, and if the link now points elsewhere, the request is sent there; what an old address answered
     * was not done.
     *
     * @param to makes the request to this address
     * @param expected what a 2xx answer has to carry; one that does not is unclear
     * @throws RefusedException as {@link #link}
     * @throws TryLaterException as {@link #link}
     */
    public Reply send(String rel, Function<URI, HttpRequest> to, Expected expected) {
        URI target = link(rel);
        Heard first = heard(to.apply(target), expected);
        if (!first.elsewhere()) {
            return first.reply();
        }
        forget();
        URI now = link(rel);
        return now.equals(target)
                ? first.reply()
                : heard(to.apply(now), expected).reply();
    }

    /** What the answer means, and its status, which {@link Reply.Unclear} does not tell. */
    private Heard heard(HttpRequest request, Expected expected) {
        requireTrusted(request.uri());
        try {
            HttpAnswer answer = wire.send(complete(request));
            return new Heard(answer.status(), Meaning.of(request, answer, expected, clock));
        } catch (WireException e) {
            return new Heard(0, unclear(request, e));
        }
    }

    private Reply askForHome(@Nullable Done copy) {
        HttpRequest request = HttpRequest.get(apiUrl);
        return copy == null ? send(request) : sendUnlessHeld(request, copy);
    }

    /** Has the home read anew by whoever needs a link of it next. */
    public void forget() {
        home.forget();
    }

    /**
     * Where a link of the API home points, by a copy of the home that is at most a day old; an older one is asked
     * about by its ETag, and serves on where Foxy cannot be reached.
     *
     * @throws RefusedException with {@link Code#LINK_MISSING} if the home lacks it, with {@link Code#UNTRUSTED_LINK} if
     *     it points at a foreign host
     * @throws TryLaterException if Foxy cannot be reached and there is no copy of the home
     */
    public URI link(String rel) {
        boolean held = home.isFresh();
        try {
            return trusted(resolve(home.document(), apiUrl, rel));
        } catch (RefusedException e) {
            if (!held) {
                throw e;
            }
            forget();
            return trusted(resolve(home.document(), apiUrl, rel));
        }
    }

    private URI trusted(URI target) {
        requireTrusted(target);
        return target;
    }

    /**
     * Where a link of a document points; not yet whether that is trusted.
     *
     * @param source the address the document came from, which relative links refer to
     * @throws RefusedException with {@link Code#LINK_MISSING} if the document lacks it
     */
    public static URI resolve(HalDocument document, URI source, String rel) {
        return document.link(rel)
                .flatMap(Link::address)
                .map(address -> resolve(source, address, rel))
                .orElseThrow(() -> linkMissing("foxy/no-link", source, rel));
    }

    private static URI resolve(URI source, String address, String rel) {
        try {
            return source.resolve(address);
        } catch (IllegalArgumentException e) {
            throw linkMissing("foxy/no-address", source, rel);
        }
    }

    private static HttpRequest complete(HttpRequest request) {
        HttpRequest versioned = request.withHeader("FOXY-API-VERSION", "1");
        return versioned.header("Accept").isPresent()
                ? versioned
                : versioned.withHeader("Accept", "application/hal+json");
    }

    private static Unclear unclear(HttpRequest request, WireException e) {
        Message what = Message.of(e.sent() ? "foxy/incomplete" : "foxy/unreachable")
                .with("place", Place.shown(request.uri()))
                .with("why", e.why());
        return new Unclear(what, e.sent(), e.timedOut(), null, null);
    }

    /** @throws RefusedException with {@link Code#UNTRUSTED_LINK} if the address is not one of Foxy's */
    public void requireTrusted(URI uri) {
        if (!trusted.trusts(uri)) {
            Message what = Message.of("foxy/untrusted").with("place", Place.shown(uri));
            throw new RefusedException(Problem.of(Code.UNTRUSTED_LINK, what), 0);
        }
    }

    private static RefusedException linkMissing(String key, URI source, String rel) {
        Message what = Message.of(key).with("place", Place.shown(source)).with("rel", rel);
        return new RefusedException(Problem.of(Code.LINK_MISSING, what), 200);
    }

    private static URI withPath(URI uri) {
        return uri.getRawPath().isEmpty() ? uri.resolve("/") : uri;
    }
}
