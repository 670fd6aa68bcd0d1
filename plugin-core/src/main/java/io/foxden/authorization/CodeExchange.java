package io.foxden.authorization;

import io.foxden.foxy.Reply;
import io.foxden.problem.Code;
import io.foxden.problem.FoxdenException;
import io.foxden.problem.Problem;
import io.foxden.problem.RefusedException;
import io.foxden.problem.TryLaterException;
import io.foxden.registration.Client;
import io.foxden.secret.Secret;
import io.foxden.token.ClientCheck;
import io.foxden.token.TokenEndpoint;
import io.foxden.token.TokenReply;
import io.foxden.token.TokenSet;
import io.foxden.words.Message;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Swaps an authorization code for tokens at once, because it is good for 30 seconds only (Foxy: section 5). Where no
 * answer of Foxy's comes, the code is tried again for as long as it can be good.
 */
final class CodeExchange {
    private static final Duration CODE_LIFETIME = Duration.ofSeconds(30);
    /** The code was some time on its way to us before we started to count. */
    private static final Duration GIVE_UP_AFTER = CODE_LIFETIME.minusSeconds(5);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);

    private final TokenEndpoint endpoint;
    private final ClientCheck clients;
    private final Pause pause;
    private final Clock clock;

    CodeExchange(TokenEndpoint endpoint, ClientCheck clients, Pause pause, Clock clock) {
        this.endpoint = endpoint;
        this.clients = clients;
        this.pause = pause;
        this.clock = clock;
    }

    /** @throws FoxdenException if there are no tokens to be had for this code */
    TokenSet swap(Client client, Secret code) {
        long deadline = clock.millis() + GIVE_UP_AFTER.toMillis();
        Duration wait = FIRST_PAUSE;
        TryLaterException failure = null;
        while (true) {
            try {
                return once(client, code, failure);
            } catch (TryLaterException e) {
                failure = e;
            }
            Duration next = longer(wait, failure.retryAfter().orElse(Duration.ZERO));
            if (clock.millis() + next.toMillis() >= deadline || !pause.pause(next)) {
                throw tooLate(failure);
            }
            wait = wait.multipliedBy(2);
        }
    }

    private TokenSet once(Client client, Secret code, @Nullable TryLaterException before) {
        TokenReply reply = endpoint.exchange(client, code);
        if (reply instanceof TokenReply.Granted granted) {
            return granted.tokens();
        }
        if (reply instanceof TokenReply.Unclear unclear) {
            throw unclear.reason().exception();
        }
        TokenReply.Refused refused = (TokenReply.Refused) reply;
        Reply.Refused reason = refused.reason();
        if (refused.invalidClient()) {
            throw clients.refused(client, reason);
        }
        throw refused.invalidGrant() ? codeRefused(reason, before) : reason.exception();
    }

    /** Waiting is of no use any more to whoever waits: the code is not. */
    private static TryLaterException tooLate(TryLaterException failure) {
        Problem problem = failure.problem().withNext(Message.of("authorization/too-late.next"));
        return new TryLaterException(problem, failure.retryAfter().orElse(null), failure);
    }

    private static RefusedException codeRefused(Reply.Refused reason, @Nullable TryLaterException before) {
        Message what = before == null
                ? Message.of("authorization/code-refused").with("words", reason.message())
                : Message.of("authorization/code-lost")
                        .with("before", before.problem().what());
        Problem problem = Problem.of(Code.CODE_REFUSED, what).withLogref(reason.logref());
        return new RefusedException(problem, reason.status());
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) >= 0 ? a : b;
    }
}
