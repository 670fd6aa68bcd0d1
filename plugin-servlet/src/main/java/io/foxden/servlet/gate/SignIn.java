package io.foxden.servlet.gate;

import io.foxden.access.Session;
import io.foxden.problem.Code;
import io.foxden.problem.FoxdenException;
import io.foxden.problem.OperatorException;
import io.foxden.servlet.exchange.Answer;
import io.foxden.servlet.exchange.Request;
import io.foxden.servlet.gate.Visitor.Administrator;
import io.foxden.words.Message;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;

/** Opens a session for a code, and ends it. */
public final class SignIn {
    /** The query of the page that is shown next, so that a session that does not come back is noticed. */
    public static final String SIGNED_IN = "done=signed_in";

    private final Keyring keyring;
    private final Gate gate;
    private final Attempts attempts;
    private final Cookies cookies;
    private final Clock clock;

    SignIn(Keyring keyring, Gate gate, Attempts attempts, Cookies cookies, Clock clock) {
        this.keyring = keyring;
        this.gate = gate;
        this.attempts = attempts;
        this.cookies = cookies;
        this.clock = clock;
    }

    /**
     * {@code POST /claim}: a wrong code is counted, a right one always taken.
     *
     * @throws FoxdenException RATE_LIMITED, CSRF_MISMATCH, BAD_REQUEST; a wrong code is answered by the page itself
     */
    public Answer claim(Request request) throws IOException {
        gate.checkNotForeign(request);
        String code = request.form().text("code").strip();
        try {
            Session session = keyring.claim(code);
            Duration lifetime = Duration.between(clock.instant(), session.expiresAt());
            return Answer.seeOther(request.home() + "?" + SIGNED_IN)
                    .with(cookies.session(request, session.token().reveal(), lifetime));
        } catch (OperatorException e) {
            if (e.code() == Code.CODE_WRONG) {
                attempts.failed(request.reached().client());
            }
            if (e.code() != Code.CODE_WRONG || Taste.json(request)) {
                throw e;
            }
            return wrong(request, Message.of(code.isEmpty() ? "servlet/gate/code-empty" : "servlet/gate/code-wrong"));
        }
    }

    /** {@code POST /sign-out}. */
    public Answer signOut(Request request, Administrator administrator) {
        Answer answer = Answer.seeOther(request.home());
        return gate.session(request)
                .map(token -> {
                    keyring.end(token);
                    return answer.with(cookies.session(request, "", Duration.ZERO));
                })
                .orElse(answer);
    }

    private static Answer wrong(Request request, Message why) {
        return SignInPage.plain(request).refused(why).answer(Code.CODE_WRONG.httpStatus());
    }
}
