package io.foxden.servlet.wizard;

import io.foxden.problem.Problem;
import io.foxden.servlet.page.Moment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something wrong, as a box on the page.
 *
 * @param mood a class of the stylesheet: {@code bad} for what stops us, {@code note} for what does not yet
 * @param since when it began, of what lasts
 * @param next when Foxden tries again by itself
 */
record Notice(
        String mood,
        String title,
        List<String> details,
        String remedy,
        @Nullable String logref,
        @Nullable Moment since,
        @Nullable Moment next) {
    static Notice bad(Problem problem) {
        return of("bad", problem);
    }

    static Notice note(Problem problem) {
        return of("note", problem);
    }

    /** Several of one kind, such as all the settings that are wrong. */
    static Notice bad(List<Problem> problems) {
        Problem first = problems.get(0);
        return new Notice(
                "bad",
                first.code().title(),
                problems.stream().map(Problem::detail).toList(),
                first.remedy(),
                null,
                null,
                null);
    }

    private static Notice of(String mood, Problem problem) {
        return new Notice(
                mood,
                problem.code().title(),
                List.of(problem.detail()),
                problem.remedy(),
                problem.logref(),
                Moment.orNull(problem.since()),
                Moment.orNull(problem.nextAttemptAt()));
    }

    /** For assistive technology: what stops us is read out at once. */
    String role() {
        return mood.equals("bad") ? "alert" : "status";
    }
}
