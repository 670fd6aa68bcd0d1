package io.foxden.servlet.wizard;

import io.foxden.problem.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something wrong, as a box on the page. */
record Trouble(
        String title,
        List<String> details,
        String remedy,
        @Nullable String logref) {
    static Trouble of(Problem problem) {
        return new Trouble(problem.code().title(), List.of(problem.detail()), problem.remedy(), problem.logref());
    }

    /** Several of one kind, such as all the settings that are wrong. */
    static Trouble of(List<Problem> problems) {
        Problem first = problems.get(0);
        return new Trouble(
                first.code().title(), problems.stream().map(Problem::detail).toList(), first.remedy(), null);
    }
}
