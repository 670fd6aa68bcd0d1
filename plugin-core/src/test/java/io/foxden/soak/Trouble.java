package io.foxden.soak;

import io.foxden.testkit.fault.Effect;
import io.foxden.testkit.fault.Fault;
import io.foxden.testkit.fault.Moment;
import io.foxden.testkit.fault.Wrapping;
import io.foxden.testkit.journal.Target;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What Foxy does to requests for a new token. None of it loses an answer of a refresh that was done: where each refresh
 * ends the refresh token before, no client in the world could live through that.
 *
 * @param lies whether it tells of a token what is not true, so that nobody can know how long it lives
 */
record Trouble(String name, boolean lies, Function<Fault.Order, List<Fault>> effects) {
    private static final List<Trouble> REFUSALS_AND_DELAYS = List.of(
            new Trouble("invalid client", order -> List.of(order.oauthError(401, "invalid_client"))),
            new Trouble("invalid grant", order -> List.of(order.oauthError(400, "invalid_grant"))),
            new Trouble("forbidden", order -> List.of(order.fxErrors(403, "Forbidden"))),
            new Trouble("too many", order -> List.of(order.retryAfter("120").fxErrors(429, "Too many requests"))),
            new Trouble("maintenance", order -> List.of(order.retryAfter("3600").html(503))),
            new Trouble("bad gateway", order -> List.of(order.html(502))),
            new Trouble("captive portal", order -> List.of(order.html(200))),
            new Trouble("garbage", order -> List.of(order.garbage(200))),
            new Trouble("nothing", order -> List.of(order.empty(200))),
            new Trouble("redirect", order -> List.of(order.redirect(302, URI.create("http://127.0.0.1:9/elsewhere")))),
            new Trouble("reset", order -> List.of(order.dropBefore())),
            new Trouble("stall", order -> List.of(order.delayBefore(Duration.ofMillis(150)))),
            new Trouble(
                    "stall and reset",
                    order -> List.of(
                            order.effect(new Effect.Delay(Moment.BEFORE, Duration.ofMillis(400))), order.dropBefore())),
            new Trouble("lifetime as text", order -> List.of(order.with("expires_in", "7200"))),
            new Trouble("no scope", order -> List.of(order.without("scope"))));

    private static final List<Trouble> LIES = Stream.of(0, 1, -7, 1_000_000_000_000L, "soon")
            .map(lifetime ->
                    new Trouble("lifetime " + lifetime, true, order -> List.of(order.with("expires_in", lifetime))))
            .toList();

    private static final List<Trouble> WRAPPINGS = Arrays.stream(Wrapping.values())
            .map(wrapping -> new Trouble("wrapped " + wrapping, order -> List.of(order.wrapped(wrapping))))
            .toList();

    static final List<Trouble> ALL = Stream.of(REFUSALS_AND_DELAYS, LIES, WRAPPINGS)
            .flatMap(List::stream)
            .toList();

    private Trouble(String name, Function<Fault.Order, List<Fault>> effects) {
        this(name, false, effects);
    }

    /** For the next requests, so many of them. */
    List<Fault> faults(int times) {
        return effects.apply(Fault.on(Target.TOKEN).grant("refresh_token").times(times));
    }
}
