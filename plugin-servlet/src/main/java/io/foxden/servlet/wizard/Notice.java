package io.foxden.servlet.wizard;

import io.foxden.problem.Problem;
import io.foxden.servlet.page.ProblemText;
import io.foxden.words.Words;
import java.util.List;

/**
 * Something wrong, as a box on the page.
 *
 * @param mood a class of the stylesheet: {@code bad} for what stops us, {@code note} for what does not yet
 */
record Notice(String mood, ProblemText problem) {
    static Notice bad(Problem problem, Words words) {
        return new Notice("bad", ProblemText.of(problem, words));
    }

    static Notice note(Problem problem, Words words) {
        return new Notice("note", ProblemText.of(problem, words));
    }

    /** Several of one kind, such as all the settings that are wrong. */
    static Notice bad(List<Problem> problems, Words words) {
        return new Notice("bad", ProblemText.of(problems, words));
    }

    /** For assistive technology: what stops us is read out at once. */
    String role() {
        return mood.equals("bad") ? "alert" : "status";
    }
}
