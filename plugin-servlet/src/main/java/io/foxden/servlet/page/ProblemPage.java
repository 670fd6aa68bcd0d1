package io.foxden.servlet.page;

import io.foxden.problem.Problem;
import io.jstach.jstache.JStache;
import org.jspecify.annotations.Nullable;

/**
 * A page that says what went wrong and what to do next.
 *
 * @param since when it began, of what lasts
 * @param next when Foxden tries again by itself
 * @param reset the form token for the button that gives up what cannot be read; null where there is none
 */
@JStache(path = "problem")
public record ProblemPage(
        Frame frame,
        String heading,
        String detail,
        String remedy,
        @Nullable String logref,
        @Nullable Moment since,
        @Nullable Moment next,
        @Nullable String reset) {

    public static ProblemPage of(Problem problem, String home) {
        return new ProblemPage(
                Frame.of(problem.code().title(), home),
                problem.code().title(),
                problem.detail(),
                problem.remedy(),
                problem.logref(),
                Moment.orNull(problem.since()),
                Moment.orNull(problem.nextAttemptAt()),
                null);
    }

    /** For somebody who may not know what is wrong. */
    public static ProblemPage withheld(String reference, String home) {
        String heading = "This did not work";
        return new ProblemPage(
                Frame.of(heading, home),
                heading,
                "Something is not as it should be at this site. Reference: " + reference + ".",
                "Give the reference to whoever runs this site: the server's log says more under it.",
                null,
                null,
                null,
                null);
    }

    /** With a button that gives up what cannot be read. */
    public ProblemPage resettable(String formToken) {
        return new ProblemPage(frame, heading, detail, remedy, logref, since, next, formToken);
    }

    public ProblemPage signedIn(@Nullable String signOut) {
        Frame own = new Frame(frame.title(), frame.home(), signOut);
        return new ProblemPage(own, heading, detail, remedy, logref, since, next, reset);
    }

    public String html() {
        return ProblemPageRenderer.of().execute(this);
    }
}
