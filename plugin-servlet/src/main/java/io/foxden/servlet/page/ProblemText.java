package io.foxden.servlet.page;

import io.foxden.problem.Problem;
import io.foxden.words.Message;
import io.foxden.words.Words;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A problem as pages tell it, below its title.
 *
 * @param details what happened: more than one where several of a kind are told together
 * @param times since when it lasts, and when Foxden tries again by itself
 */
public record ProblemText(
        String title,
        List<String> details,
        String remedy,
        List<Time> times,
        @Nullable String logref) {

    /** A sentence that is about a time. */
    public record Time(Sentence sentence, String iso) {
        private static Time of(Words words, Message message, Instant instant) {
            Moment moment = new Moment(instant, words);
            return new Time(Sentence.of(words, message, "time", moment.text()), moment.iso());
        }
    }

    public static ProblemText of(Problem problem, Words words) {
        return of(problem, words, Message.of("servlet/page/next"));
    }

    /** Where loading the page again has it tried at once. */
    static ProblemText retriedByLoading(Problem problem, Words words) {
        return of(problem, words, Message.of("servlet/page/next-or-now"));
    }

    /** Several of one kind, at least one, with the same next step. */
    public static ProblemText of(List<Problem> problems, Words words) {
        ProblemText first = of(problems.get(0), words);
        List<String> details =
                problems.stream().map(problem -> problem.detail(words)).toList();
        return new ProblemText(first.title(), details, first.remedy(), List.of(), null);
    }

    private static ProblemText of(Problem problem, Words words, Message next) {
        return new ProblemText(
                words.text(problem.code().heading()),
                List.of(problem.detail(words)),
                problem.remedy(words),
                times(problem, words, next),
                problem.logref());
    }

    private static List<Time> times(Problem problem, Words words, Message next) {
        return Stream.concat(
                        Stream.ofNullable(problem.since())
                                .map(since -> Time.of(words, Message.of("servlet/page/since"), since)),
                        Stream.ofNullable(problem.nextAttemptAt()).map(attempt -> Time.of(words, next, attempt)))
                .toList();
    }
}
