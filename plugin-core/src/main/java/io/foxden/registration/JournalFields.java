package io.foxden.registration;

import io.foxden.store.Fields;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The stored form of a {@link Journal}: names on disk, which outlive the names in the code. */
final class JournalFields {
    private JournalFields() {}

    static Journal read(long version, Fields content) {
        return new Journal(
                version,
                content.fields("client").map(JournalFields::client).orElse(null),
                content.fields("attempt").map(JournalFields::attempt).orElse(null),
                content.list("abandoned").stream().map(JournalFields::abandoned).toList());
    }

    static Fields write(Journal journal) {
        Fields content = Fields.none()
                .withList(
                        "abandoned",
                        journal.abandoned().stream().map(JournalFields::fields).toList());
        Client client = journal.client();
        Attempt attempt = journal.attempt();
        content = client == null ? content : content.with("client", fields(client));
        return attempt == null ? content : content.with("attempt", fields(attempt));
    }

    private static Client client(Fields f) {
        return new Client(
                f.required("key"),
                f.required("client_id"),
                f.required("client_secret"),
                URI.create(f.required("redirect_uri")),
                URI.create(f.required("api_url")),
                URI.create(f.required("authorize_url")),
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
        return withInstant(f, "refused_at", client.refusedAt());
    }

    private static Attempt attempt(Fields f) {
        return new Attempt(
                f.required("client_id"),
                URI.create(f.required("redirect_uri")),
                URI.create(f.required("api_url")),
                instant(f, "started_at"),
                (int) f.number("asked").orElse(1));
    }

    private static Fields fields(Attempt attempt) {
        return Fields.none()
                .with("client_id", attempt.sealedId())
                .with("redirect_uri", attempt.redirectUri().toString())
                .with("api_url", attempt.apiUrl().toString())
                .with("started_at", attempt.startedAt())
                .with("asked", attempt.asked());
    }

    private static Abandoned abandoned(Fields f) {
        return new Abandoned(
                f.required("client_id"), instant(f, "since"), Abandoned.Reason.ofWord(f.required("reason")));
    }

    private static Fields fields(Abandoned abandoned) {
        return Fields.none()
                .with("client_id", abandoned.sealedId())
                .with("since", abandoned.since())
                .with("reason", abandoned.reason().word());
    }

    private static Fields withInstant(Fields f, String name, @Nullable Instant value) {
        return value == null ? f : f.with(name, value);
    }

    private static Instant instant(Fields f, String name) {
        f.required(name);
        return f.instant(name).orElseThrow();
    }
}
