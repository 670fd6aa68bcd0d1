package io.foxden.servlet.gate;

import io.foxden.foreign.Foreign;
import io.foxden.installation.Documents;
import io.foxden.problem.Code;
import io.foxden.problem.FoxdenException;
import io.foxden.problem.Problem;
import io.foxden.problem.TryLaterException;
import io.foxden.secret.RandomText;
import io.foxden.servlet.exchange.Answer;
import io.foxden.servlet.exchange.Request;
import io.foxden.servlet.gate.Visitor.Administrator;
import io.foxden.servlet.page.ProblemPage;
import io.foxden.setting.Setting;
import io.foxden.words.Message;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Every answer that says no: a problem document to scripts, a page to people. What went wrong inside is told to
 * administrators only; others get a reference under which the log has it.
 */
public final class Denials {
    private static final Logger LOG = LoggerFactory.getLogger(Denials.class);
    private static final int REFERENCE_LENGTH = 12;
    private static final int UNAVAILABLE = 503;
    private static final int LOGGED = 2000;
    /** What is about the stranger's own request, and tells nothing of this installation. */
    private static final Set<Code> FOR_ANYONE = EnumSet.of(
            Code.STATE_MISMATCH,
            Code.TICKET_INVALID,
            Code.CODE_WRONG,
            Code.UNAUTHENTICATED,
            Code.FORBIDDEN,
            Code.CSRF_MISMATCH,
            Code.RATE_LIMITED,
            Code.BAD_REQUEST);

    private final RandomText random;
    private final StrangersLog strangers;

    Denials(RandomText random, Clock clock) {
        this.random = random;
        this.strangers = new StrangersLog(clock);
    }

    /** The one answer at every closed address, the same whether anything is there or not. */
    public Answer unauthenticated(Request request) {
        Problem problem = Problem.of(Code.UNAUTHENTICATED, Message.of("servlet/gate/unauthenticated"));
        Answer answer = Taste.json(request)
                ? document(problem, request)
                : signInPage(request).answer(Code.UNAUTHENTICATED.httpStatus());
        return answer.with("WWW-Authenticate", "Bearer realm=\"foxden\"");
    }

    private static SignInPage signInPage(Request request) {
        SignInPage page = SignInPage.plain(request);
        return request.hasQuery(SignIn.SIGNED_IN)
                ? page.refused(Message.of("servlet/gate/session-lost")
                        .with("site", Setting.SITE_URL)
                        .with("proxies", Setting.TRUSTED_PROXIES))
                : page;
    }

    /** To those whom the host knows; a code makes an administrator of them as of anybody else. */
    public Answer forbidden(Request request) {
        Problem problem = Problem.of(Code.FORBIDDEN, Message.of("servlet/gate/forbidden"));
        return Taste.json(request)
                ? document(problem, request)
                : SignInPage.plain(request).forKnown().answer(Code.FORBIDDEN.httpStatus());
    }

    public Answer notFound(Request request, Administrator administrator) {
        Message what = Message.of("servlet/gate/not-found").with("path", Taste.plain(request));
        return say(request, Problem.of(Code.NOT_FOUND, what), administrator);
    }

    /** @param administrator null for everyone else, at an address that is open to them */
    public Answer wrongMethod(Request request, List<String> allowed, @Nullable Administrator administrator) {
        String methods = String.join(", ", allowed);
        Message what = Message.of("servlet/gate/wrong-method").with("methods", methods);
        return say(request, Problem.of(Code.METHOD_NOT_ALLOWED, what), administrator)
                .with("Allow", methods);
    }

    /** @param administrator null for everyone else */
    public Answer refused(Request request, FoxdenException refusal, @Nullable Administrator administrator) {
        if (administrator == null && !FOR_ANYONE.contains(refusal.code())) {
            return withRetryAfter(withheld(request, refusal), refusal);
        }
        if (administrator == null) {
            strangers.write(() -> note(request, refusal));
        } else {
            note(request, refusal);
        }
        return withRetryAfter(say(request, refusal.problem(), administrator), refusal);
    }

    /** When to come again, where the refusal knows. */
    public static Answer withRetryAfter(Answer answer, FoxdenException refusal) {
        return refusal instanceof TryLaterException later
                ? later.retryAfter().map(answer::withRetryAfter).orElse(answer)
                : answer;
    }

    /** To somebody who may not know why: the reference under which the log does. */
    private Answer withheld(Request request, FoxdenException refusal) {
        String reference = random.alphanumerics(REFERENCE_LENGTH);
        strangers.write(() -> LOG.warn(
                "{} {}, reference {}: {}",
                Taste.method(request),
                Taste.plain(request),
                reference,
                oneLine(refusal.getMessage())));
        int status = refusal instanceof TryLaterException ? UNAVAILABLE : Code.INTERNAL.httpStatus();
        return Taste.json(request)
                ? document(internal(reference), request)
                : Answer.page(status, ProblemPage.withheld(reference, request).html());
    }

    /** For the log, where a page of its own tells the refusal. */
    public void note(Request request, FoxdenException refusal) {
        LOG.info("{} {}: {}", Taste.method(request), Taste.plain(request), oneLine(refusal.getMessage()));
    }

    /** Something that should not happen: the log has all of it, under the reference that the answer shows. */
    public Answer unexpected(Request request, Throwable failure, @Nullable Administrator administrator) {
        String reference = random.alphanumerics(REFERENCE_LENGTH);
        Runnable line = () -> LOG.error(
                "{} {} failed, reference {}", Taste.method(request), Taste.plain(request), reference, failure);
        if (administrator == null) {
            strangers.write(line);
        } else {
            line.run();
        }
        return say(request, internal(reference), administrator);
    }

    private static Problem internal(String reference) {
        return Problem.of(Code.INTERNAL, Message.of("servlet/gate/internal").with("reference", reference));
    }

    /**
     * Nothing can be done before this is put right, whatever was asked.
     *
     * @param resettable whether a reset would put it right
     */
    public Answer unavailable(Request request, Problem problem, Administrator administrator, boolean resettable) {
        if (Taste.json(request)) {
            return Answer.problem(UNAVAILABLE, Documents.problem(UNAVAILABLE, problem, request.words()));
        }
        ProblemPage page = ProblemPage.of(problem, request).signedIn(administrator.signOut());
        return Answer.page(UNAVAILABLE, (resettable ? page.resettable(administrator.formToken()) : page).html());
    }

    /** A problem as this visitor wants to read it. */
    public Answer say(Request request, Problem problem, @Nullable Administrator administrator) {
        return Taste.json(request)
                ? document(problem, request)
                : page(problem, ProblemPage.of(problem, request), administrator);
    }

    /** Foxy's own words may be in it. */
    private static String oneLine(@Nullable String message) {
        return Foreign.line(String.valueOf(message), LOGGED);
    }

    private static Answer page(Problem problem, ProblemPage page, @Nullable Administrator administrator) {
        ProblemPage shown = administrator == null ? page : page.signedIn(administrator.signOut());
        return Answer.page(problem.code().httpStatus(), shown.html());
    }

    private static Answer document(Problem problem, Request request) {
        return Answer.problem(problem.code().httpStatus(), Documents.problem(problem, request.words()));
    }
}
