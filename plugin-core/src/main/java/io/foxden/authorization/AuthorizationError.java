package io.foxden.authorization;

import io.foxden.foreign.Foreign;
import io.foxden.problem.Code;
import io.foxden.problem.FoxdenException;
import io.foxden.problem.OperatorException;
import io.foxden.problem.Problem;
import io.foxden.problem.ReconnectException;
import io.foxden.problem.TryLaterException;
import io.foxden.words.Message;
import java.util.Objects;

/**
 * An error that Foxy sent the browser back with, and what the person should do (Foxy: section 5, table; RFC 6749, section
 * 4.1.2.1).
 */
final class AuthorizationError {
    private static final int LONGEST_WORD = 60;
    private static final int LONGEST_DESCRIPTION = 200;

    private final String error;
    private final String said;
    private final String scope;

    AuthorizationError(CallbackQuery query, String scope) {
        this.error = Foreign.line(Objects.requireNonNull(query.error()), LONGEST_WORD);
        String description = query.errorDescription();
        this.said = description == null || description.isBlank()
                ? error
                : error + ": " + Foreign.line(description, LONGEST_DESCRIPTION);
        this.scope = scope;
    }

    /** @param verify asks Foxy whether it knows the client, and throws if it does not */
    FoxdenException toException(Runnable verify) {
        return switch (error) {
            case "access_denied" -> new ReconnectException(Code.ACCESS_DENIED, what("authorization/declined"));
            case "invalid_client" -> {
                verify.run();
                yield refused(what("authorization/client-known"));
            }
            case "invalid_scope" ->
                new OperatorException(Problem.of(
                                Code.BAD_SETTING, what("authorization/no-scope").with("scope", scope))
                        .withNext(Message.of("authorization/no-scope.next")));
            case "server_error", "temporarily_unavailable" ->
                new TryLaterException(
                        Problem.of(Code.API_UNREACHABLE, what("authorization/foxy-failed"))
                                .withNext(Message.of("authorization/foxy-failed.next")),
                        null,
                        null);
            default -> refused(what("authorization/refused"));
        };
    }

    private Message what(String key) {
        return Message.of(key).with("said", said);
    }

    private static OperatorException refused(Message what) {
        return new OperatorException(Code.AUTHORIZATION_REFUSED, what);
    }
}
