package io.foxden.token;

import io.foxden.problem.Problem;
import io.foxden.store.Fields;
import io.foxden.store.StoredProblem;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The stored form of a {@link Connection}: names on disk, which outlive the names in the code. */
final class ConnectionFields {
    private ConnectionFields() {}

    static Connection read(long version, Fields f) {
        return new Connection(
                version,
                state(f.required("state")),
                f.required("client"),
                f.required("grant"),
                f.required("scope"),
                f.text("store_name").orElse(null),
                f.instant("connected_at").orElse(null),
                f.instant("refreshed_at").orElse(null),
                f.instant("access_token_expires_at").orElse(null),
                f.text("access_token").orElse(null),
                f.text("refresh_token").orElse(null),
                f.fields("problem").map(StoredProblem::read).orElse(null));
    }

    static Fields write(Connection c) {
        Fields f = Fields.none()
                .with("state", c.state().name().toLowerCase(Locale.ROOT))
                .with("client", c.clientKey())
                .with("grant", c.grant())
                .with("scope", c.scope())
                .withOptional("store_name", c.storeName())
                .withOptional("connected_at", text(c.connectedAt()))
                .withOptional("refreshed_at", text(c.refreshedAt()))
                .withOptional("access_token_expires_at", text(c.expiresAt()))
                .withOptional("access_token", c.sealedAccessToken())
                .withOptional("refresh_token", c.sealedRefreshToken());
        Problem problem = c.problem();
        return problem == null ? f : f.with("problem", StoredProblem.fields(problem));
    }

    private static Connection.State state(String word) {
        return switch (word) {
            case "connected" -> Connection.State.CONNECTED;
            case "disconnected" -> Connection.State.DISCONNECTED;
            default -> Connection.State.BROKEN;
        };
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }
}
