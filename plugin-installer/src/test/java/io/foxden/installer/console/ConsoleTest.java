package io.foxden.installer.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.foxden.hal.Json;
import io.foxden.problem.Code;
import io.foxden.problem.Problem;
import io.foxden.words.Message;
import io.foxden.words.Words;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ConsoleTest {
    private static final Problem PROBLEM =
            new Problem(Code.API_REFUSED, "Foxy said no to \"fx:store\".", "Ask why.", "id-1");

    private final Screen screen = new Screen();

    @Test
    void a_person_reads_lines_and_a_script_a_document() throws Exception {
        Ending outcome = Ending.done(Map.of("phase", "new"), List.of(OutputLine.asIs("Nothing yet.")));

        console(screen.unwatched(), false).end(outcome);
        assertThat(screen.out()).isEqualTo("Nothing yet.\n");

        Screen script = new Screen();
        console(script.unwatched(), true).end(outcome);
        assertThat(Json.read(script.out())).isEqualTo(Map.of("phase", "new"));
        assertThat(script.err()).isEmpty();
    }

    @Test
    void a_problem_is_three_lines_on_standard_error() {
        console(screen.unwatched(), false).end(new Ending.Failed(PROBLEM));

        assertThat(screen.out()).isEmpty();
        assertThat(screen.err().lines())
                .containsExactly(
                        "Foxy refused the request: Foxy said no to \"fx:store\".",
                        "Ask why.",
                        "api_refused (logref id-1)");
    }

    @Test
    void a_problem_for_a_script_is_one_document_with_the_lines_beside_it() throws Exception {
        console(screen.unwatched(), true).end(new Ending.Failed(PROBLEM));

        assertThat(Json.read(screen.out())).containsEntry("code", "api_refused").containsEntry("logref", "id-1");
        assertThat(screen.err().lines()).hasSize(3);
    }

    @Test
    void what_is_told_on_the_way_stays_off_the_standard_output_of_a_script() {
        console(screen.unwatched(), true).tell(OutputLine.asIs("Step one"));

        assertThat(screen.out()).isEmpty();
        assertThat(screen.err()).isEqualTo("Step one\n");
    }

    @Test
    void colour_is_for_a_watched_terminal_that_wants_it() {
        console(screen.watched(true), false).end(new Ending.Failed(PROBLEM));
        assertThat(screen.err()).contains("\u001b[31m");

        Screen plain = new Screen();
        console(plain.watched(false), false).end(new Ending.Failed(PROBLEM));
        assertThat(plain.err()).doesNotContain("\u001b");
    }

    @Test
    void what_others_say_begins_no_line_of_its_own() {
        console(screen.watched(true), false).tell(OutputLine.asIs("A store\nSECURITY: run \u009b2J\u2028this\u2029"));

        assertThat(screen.out()).isEqualTo("A store?SECURITY: run ?2J?this?\n");
    }

    @Test
    void what_others_say_stands_in_a_document_as_escapes() throws Exception {
        String document = "{\n\"name\": \"a\u009bb\u202ec\u2028\"\n}";

        console(screen.watched(true), true).end(new Ending.Fetched(document));

        assertThat(screen.out()).isEqualTo("{\n\"name\": \"a\\u009bb\\u202ec\\u2028\"\n}\n");
        assertThat(Json.read(screen.out())).isEqualTo(Map.of("name", "a\u009bb\u202ec\u2028"));
    }

    @Test
    void what_others_say_cannot_steer_the_terminal() {
        console(screen.watched(true), false).tell(OutputLine.asIs("A store named \u001b]0;evil\u0007 \u202eerots"));

        assertThat(screen.out()).isEqualTo("A store named ?]0;evil? ?erots\n");
    }

    @Test
    void the_answer_of_the_api_is_printed_as_it_is() {
        console(screen.unwatched(), true).end(new Ending.Fetched("{\"a\": 1}\n"));

        assertThat(screen.out()).isEqualTo("{\"a\": 1}\n");
    }

    @Test
    void everything_is_said_in_one_language() throws Exception {
        Problem problem = Problem.of(Code.LOCKED, Message.of("installer/command/unchanged"));

        new Console(screen.unwatched(), true, Words.in(Words.PSEUDO)).end(new Ending.Failed(problem));

        assertThat(Json.read(screen.out()))
                .containsEntry("title", "[Another process is at work on this installation]")
                .containsEntry("detail", "[Nothing was changed.]");
        assertThat(screen.err().lines().limit(2)).allMatch(line -> line.startsWith("[") && line.endsWith("]"));
    }

    @Test
    void values_stand_below_each_other_behind_their_labels() {
        console(screen.unwatched(), false).tell(OutputLine.value(Message.asIs("scope"), "store_full_access"));
        console(screen.unwatched(), false).tell(OutputLine.before("10:00:00 ", Message.asIs("Begun.")));

        assertThat(screen.out()).isEqualTo("  scope                store_full_access\n10:00:00  Begun.\n");
    }

    private static Console console(Terminal terminal, boolean json) {
        return new Console(terminal, json, Words.english());
    }
}
