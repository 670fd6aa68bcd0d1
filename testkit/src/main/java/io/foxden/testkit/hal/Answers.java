package io.foxden.testkit.hal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.foxden.testkit.wire.Answer;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Answers in Foxy's forms. Safe for use by several threads. */
public final class Answers {
    private static final String HAL = "application/hal+json";

    private final Addresses addresses;
    private final AtomicLong nextReference;

    public Answers(Addresses addresses, Clock clock) {
        this.addresses = addresses;
        this.nextReference = new AtomicLong(clock.instant().getEpochSecond());
    }

    public Document document() {
        return new Document(addresses);
    }

    public Answer hal(int status, Document document) {
        return hal(status, document.json());
    }

    public Answer hal(int status, ObjectNode document) {
        return Answer.of(status, HAL, Json.text(document));
    }

    /** Foxy's error document with one entry for each message, each with a {@code logref} of its own. */
    public Answer errors(int status, List<String> messages) {
        List<ObjectNode> entries = messages.stream().map(this::entry).toList();
        return hal(status, document().put("total", messages.size()).embed("fx:errors", entries));
    }

    public Answer error(int status, String message) {
        return errors(status, List.of(message));
    }

    private ObjectNode entry(String message) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("logref", "id-" + nextReference.getAndIncrement())
                .put("message", message);
    }

    /** An error document of OAuth (RFC 6749 section 5.2, RFC 6750 section 3.1). */
    public Answer oauthError(int status, String error, String description) {
        return oauth(
                status,
                JsonNodeFactory.instance.objectNode().put("error", error).put("error_description", description));
    }

    /** A JSON document of the token endpoint, not to be cached (RFC 6749 section 5.1). */
    public Answer oauth(int status, JsonNode document) {
        return Answer.of(status, "application/json", Json.text(document))
                .withHeader("Cache-Control", "no-store")
                .withHeader("Pragma", "no-cache");
    }
}
