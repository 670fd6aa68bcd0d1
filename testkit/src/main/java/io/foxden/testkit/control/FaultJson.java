package io.foxden.testkit.control;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.foxden.testkit.fault.Content;
import io.foxden.testkit.fault.Effect;
import io.foxden.testkit.fault.Event;
import io.foxden.testkit.fault.Fault;
import io.foxden.testkit.fault.Moment;
import io.foxden.testkit.fault.Wrapping;
import io.foxden.testkit.hal.Json;
import io.foxden.testkit.journal.Target;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Faults in JSON; the fields are listed at {@link Control}. */
final class FaultJson {
    private FaultJson() {}

    /** @throws IllegalArgumentException where something is missing, wrong or one too many */
    static Fault read(String text) {
        Order order = new Order(text);
        Fault.Order begun = Fault.on(order.word("target", Target.class)).nth(Math.toIntExact(order.number("nth", 1)));
        if (order.has("grant_type")) {
            begun = begun.grant(order.text("grant_type"));
        }
        begun = order.take("times").asText().equals("always")
                ? begun.always()
                : begun.times(Math.toIntExact(order.number("times", 1)));
        Fault fault = begun.effect(effect(order));
        order.finish();
        return fault;
    }

    private static Effect effect(Order order) {
        String effect = order.text("effect");
        return switch (effect) {
            case "delay" -> new Effect.Delay(moment(order), Duration.ofMillis(order.number("milliseconds", 1000)));
            case "drop" -> new Effect.Drop(moment(order));
            case "truncate" -> new Effect.Truncate();
            case "reply" ->
                new Effect.Reply(
                        moment(order), Math.toIntExact(order.number("status", 500)), headers(order), content(order));
            case "without_field" -> new Effect.WithoutField(order.text("name"));
            case "with_field" -> new Effect.WithField(order.text("name"), Json.plain(order.take("value")));
            case "wrap" -> new Effect.Wrap(order.word("how", Wrapping.class));
            case "lose_authorization" -> new Effect.LoseAuthorization();
            case "happen" -> new Effect.Happen(order.word("event", Event.class));
            default ->
                throw new IllegalArgumentException("effect must be one of delay, drop, truncate, reply, without_field,"
                        + " with_field, wrap, lose_authorization, happen, not " + effect);
        };
    }

    private static Moment moment(Order order) {
        return order.word("moment", Moment.class, Moment.BEFORE);
    }

    private static Map<String, String> headers(Order order) {
        Map<String, String> headers = new LinkedHashMap<>();
        order.take("headers")
                .properties()
                .forEach(e -> headers.put(e.getKey(), e.getValue().asText()));
        if (order.has("retry_after")) {
            headers.put("Retry-After", order.take("retry_after").asText());
        }
        if (order.has("location")) {
            headers.put("Location", order.text("location"));
        }
        return headers;
    }

    private static Content content(Order order) {
        String content = order.text("content", "empty");
        return switch (content) {
            case "fx_errors" -> new Content.FxErrors(order.text("message", "Ordered by a test"));
            case "oauth_error" ->
                new Content.OAuthError(order.text("error", "server_error"), order.text("message", "Ordered by a test"));
            case "html" -> new Content.Html();
            case "empty" -> new Content.Empty();
            case "garbage" -> new Content.Garbage();
            case "huge" -> new Content.Huge(order.number("bytes", 64L << 20));
            default ->
                throw new IllegalArgumentException(
                        "content must be one of fx_errors, oauth_error, html, empty, garbage, huge, not " + content);
        };
    }

    /** A summary for people: what it strikes, and what it does. */
    static ObjectNode write(Fault fault) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("target", fault.target().word());
        if (fault.grantType() != null) {
            json.put("grant_type", fault.grantType());
        }
        json.put("nth", fault.nth());
        if (fault.times() == Integer.MAX_VALUE) {
            json.put("times", "always");
        } else {
            json.put("times", fault.times());
        }
        return json.put("effect", fault.effect().toString());
    }
}
