package io.foxden.testkit.fault;

import io.foxden.testkit.journal.Target;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A fault for chosen requests: those for {@code target} (and of {@code grantType}, where given), counted from 1 since the
 * fault was ordered, from the {@code nth} on, {@code times} of them.
 *
 * <pre>{@code
 * sandbox.order(Fault.on(Target.TOKEN).grant("refresh_token").nth(2).dropAfter());
 * sandbox.order(Fault.on(Target.STORE).times(3).retryAfter("1").fxErrors(503, "Try later"));
 * }</pre>
 *
 * @param grantType only token requests of that grant type; null for any
 */
public record Fault(Target target, @Nullable String grantType, int nth, int times, Effect effect) {

    public Fault {
        if (nth < 1 || times < 1) {
            throw new IllegalArgumentException("nth and times count from 1, not " + nth + " and " + times);
        }
    }

    /** Begins the order of a fault: the next request for that target, once, unless told otherwise. */
    public static Order on(Target target) {
        return new Order(target, null, 1, 1, Map.of(), Moment.BEFORE);
    }

    boolean concerns(Target asked, @Nullable String grant) {
        return target == asked && (grantType == null || grantType.equals(grant));
    }

    boolean strikesAt(long count) {
        return count >= nth && count - nth < times;
    }

    /** A fault half said; each method that names an effect ends it. Immutable. */
    public record Order(
            Target target, @Nullable String grantType, int nth, int times, Map<String, String> headers, Moment moment) {

        /** Only token requests of that grant type. */
        public Order grant(String type) {
            return new Order(target, type, nth, times, headers, moment);
        }

        /** From the n-th matching request on, counted from 1. */
        public Order nth(int n) {
            return new Order(target, grantType, n, times, headers, moment);
        }

        public Order times(int count) {
            return new Order(target, grantType, nth, count, headers, moment);
        }

        /** From then on for good. */
        public Order always() {
            return times(Integer.MAX_VALUE);
        }

        /** With a {@code Retry-After} header, seconds or an HTTP date; for effects that answer something else. */
        public Order retryAfter(String value) {
            return new Order(target, grantType, nth, times, Map.of("Retry-After", value), moment);
        }

        /** Does the work first; for effects that answer something else, which otherwise leave it undone. */
        public Order afterProcessing() {
            return new Order(target, grantType, nth, times, headers, Moment.AFTER);
        }

        public Fault delayBefore(Duration duration) {
            return effect(new Effect.Delay(Moment.BEFORE, duration));
        }

        public Fault delayAfter(Duration duration) {
            return effect(new Effect.Delay(Moment.AFTER, duration));
        }

        /** Many HTTP clients silently repeat a GET whose connection was closed: order several, or look in the journal. */
        public Fault dropBefore() {
            return effect(new Effect.Drop(Moment.BEFORE));
        }

        public Fault dropAfter() {
            return effect(new Effect.Drop(Moment.AFTER));
        }

        public Fault truncate() {
            return effect(new Effect.Truncate());
        }

        public Fault fxErrors(int status, String message) {
            return reply(status, new Content.FxErrors(message));
        }

        public Fault oauthError(int status, String error) {
            return reply(status, new Content.OAuthError(error, "Ordered by a test"));
        }

        public Fault html(int status) {
            return reply(status, new Content.Html());
        }

        public Fault empty(int status) {
            return reply(status, new Content.Empty());
        }

        public Fault garbage(int status) {
            return reply(status, new Content.Garbage());
        }

        public Fault huge(int status, long bytes) {
            return reply(status, new Content.Huge(bytes));
        }

        public Fault redirect(int status, URI location) {
            return effect(
                    new Effect.Reply(moment, status, Map.of("Location", location.toString()), new Content.Empty()));
        }

        public Fault reply(int status, Content content) {
            return effect(new Effect.Reply(moment, status, headers, content));
        }

        /** The true answer without a field, such as {@code client_secret} or {@code refresh_token}. */
        public Fault without(String field) {
            return effect(new Effect.WithoutField(field));
        }

        /** The true answer with that field, such as another {@code expires_in}. */
        public Fault with(String field, Object value) {
            return effect(new Effect.WithField(field, value));
        }

        /** The true answer, oddly wrapped. */
        public Fault wrapped(Wrapping wrapping) {
            return effect(new Effect.Wrap(wrapping));
        }

        public Fault loseAuthorization() {
            return effect(new Effect.LoseAuthorization());
        }

        public Fault happen(Event event) {
            return effect(new Effect.Happen(event));
        }

        public Fault effect(Effect effect) {
            return new Fault(target, grantType, nth, times, effect);
        }
    }
}
