package io.foxden.installation;

import static org.assertj.core.api.Assertions.assertThat;

import io.foxden.Version;
import io.foxden.hal.Json;
import io.foxden.hal.MalformedDocumentException;
import io.foxden.problem.Code;
import io.foxden.problem.Problem;
import io.foxden.testkit.fault.Event;
import io.foxden.testkit.fault.Fault;
import io.foxden.testkit.journal.Target;
import io.foxden.words.Words;
import io.foxden.world.InWorld;
import io.foxden.world.Problems;
import io.foxden.world.World;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The JSON documents, as the public interface describes them. */
class DocumentsTest extends InWorld {
    @Test
    void a_new_installation_has_no_client_and_no_connection() {
        assertThat(Documents.status(world.open().status(), Words.english()))
                .isEqualToIgnoringWhitespace("""
                        {
                          "version": "%s", "mode": "distributed", "phase": "new",
                          "client": null, "connection": null, "problem": null, "warnings": []
                        }
                        """.formatted(Version.TEXT));
    }

    @Test
    void a_connected_installation_tells_of_client_and_connection() {
        Installation foxden = world.connected();
        String clientId = world.sandbox().clients().get(0).id();

        assertThat(Documents.status(foxden.status(), Words.english()))
                .isEqualToIgnoringWhitespace("""
                {
                  "version": "%s", "mode": "distributed", "phase": "connected",
                  "client": {
                    "client_id": "%s",
                    "redirect_uri": "https://shop.example.com/foxden/callback",
                    "registered_at": "2026-11-23T17:42:00Z"
                  },
                  "connection": {
                    "scope": "store_full_access store_id_3200",
                    "store_id": "3200",
                    "store_name": "Example Store",
                    "connected_at": "2026-11-23T17:42:00Z",
                    "access_token_expires_at": "2026-11-23T19:42:00Z",
                    "refreshed_at": "2026-11-23T17:42:00Z"
                  },
                  "problem": null,
                  "warnings": []
                }
                """.formatted(Version.TEXT, clientId));
    }

    @Test
    void a_problem_says_what_is_wrong_and_what_to_do() throws MalformedDocumentException {
        Installation foxden = world.connected();
        world.sandbox().happen(Event.REVOKE_GRANTS);
        Problems.of(Code.NEEDS_RECONNECT, foxden::refresh);

        Map<?, ?> document = Json.read(Documents.status(foxden.status(), Words.english()));

        assertThat(document.get("phase")).isEqualTo("connected");
        assertThat(document.get("connection")).isInstanceOf(Map.class);
        Map<?, ?> problem = (Map<?, ?>) Objects.requireNonNull(document.get("problem"));
        assertThat(List.copyOf(problem.keySet()))
                .asString()
                .isEqualTo("[detail, code, remedy, since, next_attempt_at]");
        assertThat(problem.get("code")).isEqualTo("needs_reconnect");
    }

    @Test
    void times_are_told_to_the_second() {
        world.clock().advance(Duration.ofMillis(987));

        assertThat(Documents.status(world.installed().status(), Words.english()))
                .contains("\"2026-11-23T17:42:00Z\"");
    }

    @Test
    void a_problem_document_has_the_members_of_the_rfc_and_ours() {
        Problem problem = new Problem(Code.LOCKED, "Process 7 holds it.", "Wait.", "id-1");

        assertThat(Documents.problem(problem, Words.english())).isEqualToIgnoringWhitespace("""
                {
                  "type": "urn:foxden:problem:locked",
                  "title": "Another process is at work on this installation",
                  "status": 503,
                  "detail": "Process 7 holds it.",
                  "code": "locked",
                  "remedy": "Wait.",
                  "logref": "id-1"
                }
                """);
        assertThat(Documents.problem(problem.withLogref(null), Words.english())).doesNotContain("logref");
    }

    @Test
    void a_refusal_of_foxys_keeps_its_logref() throws MalformedDocumentException {
        Installation foxden = world.open();
        world.sandbox().order(Fault.on(Target.CREATE_CLIENT).fxErrors(400, "Say \"please\"."));

        Problem problem = Problems.of(Code.REGISTRATION_REJECTED, () -> World.install(foxden));

        Map<?, ?> document = Json.read(Documents.problem(problem, Words.english()));
        assertThat(document.get("logref")).isEqualTo(problem.logref()).isNotNull();
        assertThat(String.valueOf(document.get("detail"))).contains("Say \"please\".");
    }

    @Test
    void the_doctors_document_lists_every_check() throws MalformedDocumentException {
        Map<?, ?> document = Json.read(Documents.doctor(world.open().doctor(), Words.english()));

        assertThat(document.get("healthy")).isEqualTo(true);
        assertThat((List<?>) Objects.requireNonNull(document.get("checks")))
                .isNotEmpty()
                .allSatisfy(check -> assertThat(((Map<?, ?>) check).keySet())
                        .asString()
                        .isEqualTo("[name, verdict, detail, remedy, code]"));
    }
}
