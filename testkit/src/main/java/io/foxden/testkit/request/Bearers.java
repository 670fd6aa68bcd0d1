package io.foxden.testkit.request;

import io.foxden.testkit.account.Access;
import io.foxden.testkit.account.Grants;
import io.foxden.testkit.hal.Answers;
import io.foxden.testkit.journal.Credentials;
import io.foxden.testkit.journal.Rule;
import io.foxden.testkit.journal.Visit;
import io.foxden.testkit.wire.Answer;
import io.foxden.testkit.wire.Call;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks at the bearer token of a request (RFC 6750). */
final class Bearers {
    private static final String PREFIX = "bearer ";

    /** What became of it. */
    sealed interface Outcome {}

    record Admitted(@Nullable Access access) implements Outcome {}

    record Refused(Answer answer) implements Outcome {}

    private final Answers answers;
    private final Grants grants;

    Bearers(Answers answers, Grants grants) {
        this.answers = answers;
        this.grants = grants;
    }

    Outcome check(Call call, Visit visit, Route.Bearer rule) {
        Optional<String> token = token(call);
        if (rule == Route.Bearer.NEEDLESS) {
            return needless(token, visit);
        }
        if (token.isPresent()) {
            return known(token.get(), visit);
        }
        if (rule == Route.Bearer.WELCOME) {
            return new Admitted(null);
        }
        visit.violation(Rule.BEARER_MISSING, "A resource was asked for without a bearer token");
        return new Refused(
                answers.error(401, "This resource needs an access token.").withHeader("WWW-Authenticate", "Bearer"));
    }

    private static Outcome needless(Optional<String> token, Visit visit) {
        if (token.isPresent()) {
            visit.violation(Rule.BEARER_MISPLACED, "A bearer token was sent to where none is needed");
        }
        return new Admitted(null);
    }

    private Outcome known(String token, Visit visit) {
        Optional<Access> access = grants.access(token);
        visit.caller(Credentials.BEARER, access.map(Access::clientId).orElse(null));
        if (access.isEmpty()) {
            return invalid("The access token provided is invalid");
        }
        return grants.expired(access.get())
                ? invalid("The access token provided has expired")
                : new Admitted(access.get());
    }

    private Refused invalid(String description) {
        return new Refused(answers.oauthError(401, "invalid_token", description)
                .withHeader("WWW-Authenticate", "Bearer error=\"invalid_token\""));
    }

    private static Optional<String> token(Call call) {
        return call.header("Authorization")
                .filter(value -> value.regionMatches(true, 0, PREFIX, 0, PREFIX.length()))
                .map(value -> value.substring(PREFIX.length()).strip());
    }
}
