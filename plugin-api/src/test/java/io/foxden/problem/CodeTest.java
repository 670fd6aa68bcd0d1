package io.foxden.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CodeTest {
    /** What scripts hold on to: a change here is a change of the public interface. */
    @ParameterizedTest
    @CsvSource({
        "state_mismatch, 400, 1",
        "access_denied, 403, 4",
        "not_installed, 409, 3",
        "not_connected, 409, 4",
        "already_connected, 409, 0",
        "api_unreachable, 503, 5",
        "registration_rejected, 422, 7",
        "registration_ambiguous, 503, 5",
        "needs_reconnect, 409, 4",
        "bad_setting, 500, 1",
        "locked, 503, 6",
        "wrong_usage, 400, 2"
    })
    void words_and_statuses_stay(String word, int http, int exit) {
        Code code = Code.ofWord(word);

        assertThat(code.word()).isEqualTo(word);
        assertThat(code.httpStatus()).isEqualTo(http);
        assertThat(code.exitStatus()).isEqualTo(exit);
    }

    @ParameterizedTest
    @EnumSource
    void each_code_has_a_title_without_a_full_stop_and_a_remedy_with_one(Code code) {
        assertThat(code.title()).isNotBlank().doesNotEndWith(".");
        assertThat(code.remedy()).endsWith(".");
        assertThat(code.httpStatus()).isBetween(400, 599);
        assertThat(code.exitStatus()).isBetween(0, 7);
        assertThat(Code.ofWord(code.word())).isEqualTo(code);
    }

    @Test
    void a_word_of_a_later_version_is_an_internal_error() {
        assertThat(Code.ofWord("something_new")).isEqualTo(Code.INTERNAL);
    }

    @Test
    void an_exception_says_code_detail_and_remedy() {
        Problem problem = Problem.of(Code.LOCKED, "Process 7 holds it.").withRemedy("Wait for it.");
        TryLaterException exception = new TryLaterException(problem, Duration.ofSeconds(3), null);

        assertThat(exception).hasMessage("locked: Process 7 holds it. Wait for it.");
        assertThat(exception.problem()).isEqualTo(problem);
        assertThat(exception.retryAfter()).contains(Duration.ofSeconds(3));
    }

    @Test
    void a_problem_keeps_what_is_not_changed() {
        Problem problem = Problem.of(Code.LOCKED, "Detail.").withLogref("id-1").withRemedy("Remedy.");

        assertThat(problem).isEqualTo(new Problem(Code.LOCKED, "Detail.", "Remedy.", "id-1"));
    }
}
