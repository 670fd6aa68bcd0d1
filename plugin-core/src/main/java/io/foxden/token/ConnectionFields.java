package io.foxden.token;

import io.foxden.problem.Code;
import io.foxden.problem.OperatorException;
import io.foxden.problem.Problem;
import io.foxden.store.Fields;
import io.foxden.store.StoredProblem;
import io.foxden.words.Message;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The stored form of a {@link Connection}: names on disk, which outlive the names in the code. */
final class ConnectionFields {
    private static final String CONNECTED = "connected";
    private static final String DISCONNECTED = "disconnected";
    /** An earlier version set down so that Foxy had refused the consent, and kept the tokens. */
    private static final String BROKEN = "broken";

    private ConnectionFields() {}

    static Connection read(String record, Fields f) {
        String state = f.required("state");
        return new Connection(record, f.required("client"), consent(f), tokens(f, state), failing(f, state));
    }

    static Fields write(Connection c) {
        Consent consent = c.consent();
        Fields f = Fields.none()
                .with("state", c.givenUp() ? DISCONNECTED : CONNECTED)
                .with("client", c.clientKey())
                .with("grant", consent.grant())
                .with("scope", consent.scope())
                .withOptional("store_name", consent.storeName())
                .with("connected_at", consent.connectedAt());
        f = consent.namedAt() == null ? f : f.with("named_at", consent.namedAt());
        return with(with(f, c.tokens()), c.failing());
    }

    static Consent consent(Fields f) {
        return new Consent(
                f.required("grant"),
                f.required("scope"),
                f.text("store_name").orElse(null),
                f.instant("named_at").orElse(null),
                f.instant("connected_at").orElse(Instant.EPOCH));
    }

    private static @Nullable SealedTokens tokens(Fields f, String state) {
        return switch (state) {
            case CONNECTED, BROKEN ->
                new SealedTokens(
                        f.required("access_token"),
                        f.text("refresh_token").orElse(null),
                        instant(f, "refreshed_at"),
                        instant(f, "access_token_expires_at"),
                        (int) f.number("brief_tokens").orElse(0),
                        new Refusals(
                                (int) f.number("refused_tokens").orElse(0),
                                f.instant("token_refused_at").orElse(null)));
            case DISCONNECTED -> null;
            default -> throw unknown(state);
        };
    }

    private static Fields with(Fields f, @Nullable SealedTokens tokens) {
        if (tokens == null) {
            return f;
        }
        Fields more = f.with("refreshed_at", tokens.obtainedAt())
                .with("access_token_expires_at", tokens.expiresAt())
                .with("access_token", tokens.accessToken())
                .withOptional("refresh_token", tokens.refreshToken());
        more = tokens.brief() == 0 ? more : more.with("brief_tokens", tokens.brief());
        Instant refusedAt = tokens.refusals().last();
        return refusedAt == null
                ? more
                : more.with("refused_tokens", tokens.refusals().count()).with("token_refused_at", refusedAt);
    }

    private static @Nullable Failing failing(Fields f, String state) {
        Problem earlier = f.fields("problem").map(StoredProblem::read).orElse(null);
        if (state.equals(BROKEN) && earlier != null) {
            return new Failing(earlier, 400, instant(f, "refreshed_at"), 1, Instant.EPOCH, Instant.EPOCH);
        }
        return f.fields("failing").map(ConnectionFields::failing).orElse(null);
    }

    private static Failing failing(Fields f) {
        return new Failing(
                StoredProblem.read(f.fields("problem").orElseThrow(() -> incomplete("failing.problem"))),
                (int) f.number("status").orElse(0),
                instant(f, "since"),
                (int) f.number("times").orElse(1),
                instant(f, "last_attempt_at"),
                instant(f, "next_attempt_at"));
    }

    private static Fields with(Fields f, @Nullable Failing failing) {
        if (failing == null) {
            return f;
        }
        return f.with(
                "failing",
                Fields.none()
                        .with("problem", StoredProblem.fields(failing.problem()))
                        .with("status", failing.status())
                        .with("since", failing.since())
                        .with("times", failing.times())
                        .with("last_attempt_at", failing.lastAttemptAt())
                        .with("next_attempt_at", failing.nextAttemptAt()));
    }

    private static Instant instant(Fields f, String name) {
        f.required(name);
        return Objects.requireNonNull(f.instant(name).orElse(null));
    }

    private static OperatorException incomplete(String name) {
        return new OperatorException(
                Code.RECORD_UNREADABLE, Message.of("token/incomplete").with("name", name));
    }

    private static OperatorException unknown(String state) {
        return new OperatorException(Problem.of(
                        Code.RECORD_UNREADABLE,
                        Message.of("token/state-unknown").with("state", state))
                .withNext(Message.of("token/state-unknown.next")));
    }
}
