package io.foxden.registration;

import io.foxden.problem.Code;
import io.foxden.problem.OperatorException;
import io.foxden.store.Fields;
import io.foxden.vault.Label;
import io.foxden.words.Message;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The stored form of a {@link Journal}: names on disk, which outlive the names in the code. */
final class JournalFields {
    private static final String SEALED_ID = "sealed_id";
    /** Under this name an earlier version kept the ids of attempts and of those given up, sealed as the client's own. */
    private static final String EARLIER_ID = "client_id";

    private JournalFields() {}

    static Journal read(Fields content) {
        return new Journal(
                clientIn(Slot.CURRENT, content),
                clientIn(Slot.CANDIDATE, content),
                content.fields("attempt").map(JournalFields::attempt).orElse(null),
                content.list("abandoned").stream().map(JournalFields::abandoned).toList());
    }

    static Fields write(Journal journal) {
        Fields content = Fields.none()
                .withList(
                        "abandoned",
                        journal.abandoned().stream().map(JournalFields::fields).toList());
        content = with(content, journal.current());
        content = with(content, journal.candidate());
        Attempt attempt = journal.attempt();
        return attempt == null ? content : content.with("attempt", fields(attempt));
    }

    private static Fields with(Fields content, @Nullable Client client) {
        return client == null ? content : content.with(client.slot().field(), fields(client));
    }

    private static @Nullable Client clientIn(Slot slot, Fields content) {
        return content.fields(slot.field()).map(f -> client(f, slot)).orElse(null);
    }

    private static Client client(Fields f, Slot slot) {
        return new Client(
                slot,
                f.required("key"),
                f.required("client_id"),
                f.required("client_secret"),
                uri(f, "redirect_uri"),
                uri(f, "api_url"),
                uri(f, "authorize_url"),
                instant(f, "registered_at"),
                ClientAuthentication.ofWord(f.required("token_endpoint_auth_method")),
                f.instant("refused_at").orElse(null));
    }

    private static Fields fields(Client client) {
        Fields f = Fields.none()
                .with("key", client.key())
                .with("client_id", client.sealedId())
                .with("client_secret", client.sealedSecret())
                .with("redirect_uri", client.redirectUri().toString())
                .with("api_url", client.apiUrl().toString())
                .with("authorize_url", client.authorizeUrl().toString())
                .with("registered_at", client.registeredAt())
                .with("token_endpoint_auth_method", client.authentication().word());
        Instant refusedAt = client.refusedAt();
        return refusedAt == null ? f : f.with("refused_at", refusedAt);
    }

    private static Attempt attempt(Fields f) {
        return new Attempt(
                id(f, Slot.ATTEMPT_ID), uri(f, "redirect_uri"), uri(f, "api_url"), instant(f, "started_at"), (int)
                        f.number("asked").orElse(1));
    }

    private static Fields fields(Attempt attempt) {
        return with(Fields.none(), attempt.id())
                .with("redirect_uri", attempt.redirectUri().toString())
                .with("api_url", attempt.apiUrl().toString())
                .with("started_at", attempt.startedAt())
                .with("asked", attempt.asked());
    }

    private static Abandoned abandoned(Fields f) {
        return new Abandoned(
                id(f, Slot.ABANDONED_ID),
                f.has("api_url") ? uri(f, "api_url") : null,
                instant(f, "since"),
                Abandoned.Reason.ofWord(f.required("reason")));
    }

    private static Fields fields(Abandoned abandoned) {
        URI apiUrl = abandoned.apiUrl();
        return with(Fields.none(), abandoned.id())
                .withOptional("api_url", apiUrl == null ? null : apiUrl.toString())
                .with("since", abandoned.since())
                .with("reason", abandoned.reason().word());
    }

    private static SealedId id(Fields f, Label label) {
        return f.text(SEALED_ID)
                .map(text -> new SealedId(label, text))
                .orElseGet(() -> new SealedId(Slot.CURRENT.id(), f.required(EARLIER_ID)));
    }

    private static Fields with(Fields f, SealedId id) {
        return f.with(id.label().equals(Slot.CURRENT.id()) ? EARLIER_ID : SEALED_ID, id.text());
    }

    private static URI uri(Fields f, String name) {
        String text = f.required(name);
        try {
            return URI.create(text);
        } catch (IllegalArgumentException e) {
            throw new OperatorException(
                    Code.RECORD_UNREADABLE,
                    Message.of("registration/no-address").with("name", name));
        }
    }

    private static Instant instant(Fields f, String name) {
        f.required(name);
        return f.instant(name).orElseThrow();
    }
}
