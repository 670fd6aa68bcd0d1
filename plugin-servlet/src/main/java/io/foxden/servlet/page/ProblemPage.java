package io.foxden.servlet.page;

import io.foxden.problem.Problem;
import io.foxden.servlet.exchange.Request;
import io.foxden.words.Message;
import io.foxden.words.Words;
import io.jstach.jstache.JStache;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page that says what went wrong and what to do next.
 *
 * @param reset the form token for the button that gives up what cannot be read; null where there is none
 */
@JStache(path = "problem")
public record ProblemPage(
        Frame frame, ProblemText problem, @Nullable String reset) implements Spoken {

    public static ProblemPage of(Problem problem, Request request) {
        ProblemText text = ProblemText.retriedByLoading(problem, request.words());
        return new ProblemPage(Frame.of(request, problem.code().heading()), text, null);
    }

    /** For somebody who may not know what is wrong. */
    public static ProblemPage withheld(String reference, Request request) {
        Words words = request.words();
        Message heading = Message.of("servlet/page/withheld");
        Message what = Message.of("servlet/page/withheld.what").with("reference", reference);
        ProblemText text = new ProblemText(
                words.text(heading),
                List.of(words.text(what)),
                words.text("servlet/page/withheld.next"),
                List.of(),
                null);
        return new ProblemPage(Frame.of(request, heading), text, null);
    }

    /** With a button that gives up what cannot be read. */
    public ProblemPage resettable(String formToken) {
        return new ProblemPage(frame, problem, formToken);
    }

    public ProblemPage signedIn(@Nullable String signOut) {
        return new ProblemPage(frame.signedIn(signOut), problem, reset);
    }

    public String html() {
        return ProblemPageRenderer.of().execute(this);
    }
}
