package io.foxden.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.foxden.hal.Json;
import io.foxden.problem.Code;
import io.foxden.problem.Problem;
import io.foxden.words.Message;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class StoredProblemTest {
    @Test
    void a_problem_is_read_as_it_was_stored() throws Exception {
        Message what = Message.of("token/refused")
                .with("status", 503)
                .with("at", Instant.parse("2026-11-28T10:00:00Z"))
                .with("title", Code.LOCKED.heading())
                .with("fields", List.of("one", Code.INTERNAL.heading()))
                .with("none", List.of())
                .with("text", "{x}");
        Problem problem = Problem.of(Code.API_REFUSED, what)
                .withFields(List.of("site_url"))
                .withLogref("id-1");

        Fields stored = StoredProblem.fields(problem);

        assertThat(StoredProblem.read(stored)).isEqualTo(problem);
        assertThat(StoredProblem.read(Fields.ofPlain(Json.read(Json.line(stored.plain())), Message.asIs("a test"))))
                .isEqualTo(problem);
    }

    @Test
    void no_sentence_is_stored() {
        Problem problem = Problem.of(Code.API_REFUSED, Code.INTERNAL.heading());

        assertThat(Json.line(StoredProblem.fields(problem).plain()))
                .doesNotContain("Foxden's own")
                .doesNotContain(problem.remedy());
    }

    @Test
    void one_that_an_earlier_version_stored_in_english_is_read() {
        Fields english = Fields.none()
                .with("code", "needs_reconnect")
                .with("detail", "Foxy said no.")
                .with("remedy", "Connect.");

        assertThat(StoredProblem.read(english))
                .isEqualTo(new Problem(Code.NEEDS_RECONNECT, "Foxy said no.", "Connect.", null));
        assertThat(StoredProblem.read(english.with("logref", "id-1").with("code", "something_new")))
                .isEqualTo(new Problem(Code.INTERNAL, "Foxy said no.", "Connect.", "id-1"));
    }
}
