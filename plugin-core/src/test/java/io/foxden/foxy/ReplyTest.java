package io.foxden.foxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.foxden.foxy.Reply.Done;
import io.foxden.foxy.Reply.Refused;
import io.foxden.foxy.Reply.Unclear;
import io.foxden.http.Credentials;
import io.foxden.http.HttpRequest;
import io.foxden.http.WireException;
import io.foxden.problem.Code;
import io.foxden.problem.RefusedException;
import io.foxden.problem.TryLaterException;
import io.foxden.secret.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyTest {
    private static final URI API = URI.create("https://api.foxy.io/");
    private static final HttpRequest POST = HttpRequest.post(API.resolve("token?code=x"));
    private static final String HAL = "application/hal+json";
    private static final String ERRORS = "{\"total\":2,\"_embedded\":{\"fx:errors\":["
            + "{\"logref\":\"id-1\",\"message\":\"first\"},{\"logref\":\"id-2\",\"message\":\"second\"}]}}";
    private static final String OAUTH = "{\"error\":\"invalid_grant\",\"error_description\":\"Too old\"}";

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202})
    void json_with_2xx_is_done(int status) {
        assertThat(reply(status, HAL, "{\"a\":1}")).isInstanceOfSatisfying(Done.class, done -> {
            assertThat(done.status()).isEqualTo(status);
            assertThat(done.document().text("a")).contains("1");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/hal+json; charset=utf-8", "application/vnd.x+json"})
    void any_json_type_counts(String type) {
        assertThat(reply(200, type, "{}")).isInstanceOf(Done.class);
    }

    @Test
    void json_without_a_type_counts() {
        assertThat(reply(200, null, "{}")).isInstanceOf(Done.class);
    }

    @Test
    void no_content_is_done_where_the_status_says_so() {
        assertThat(reply(204, null, "")).isInstanceOf(Done.class);
        assertThat(reply(200, HAL, "")).isInstanceOf(Unclear.class);
        assertThat(reply(201, null, "")).isInstanceOf(Unclear.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 405, 409, 415, 422})
    void a_4xx_with_foxys_errors_is_a_refusal(int status) {
        assertThat(reply(status, HAL, ERRORS)).isEqualTo(new Refused(status, "first; second", "id-1", null));
    }

    @Test
    void a_4xx_with_an_oauth_error_is_a_refusal() {
        assertThat(reply(400, "application/json", OAUTH)).isEqualTo(new Refused(400, "Too old", null, "invalid_grant"));
        assertThat(reply(401, "application/json", "{\"error\":\"invalid_client\"}"))
                .isEqualTo(new Refused(401, "invalid_client", null, "invalid_client"));
    }

    @Test
    void a_refused_access_token_is_told_from_a_refused_client() {
        assertThat(new Refused(401, "m", null, "invalid_token").invalidToken()).isTrue();
        assertThat(new Refused(401, "m", "id", null).invalidToken()).isTrue();
        assertThat(new Refused(401, "m", null, "invalid_client").invalidToken()).isFalse();
        assertThat(new Refused(403, "m", null, "invalid_token").invalidToken()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "200, text/html, <html>",
        "200, text/plain, {}",
        "200, application/hal+json, {",
        "200, application/hal+json, []",
        "200, application/hal+json, null",
        "200, application/hal+json, <html>",
        "301, application/hal+json, {}",
        "304, , ''",
        "307, text/html, <html>",
        "400, text/html, <html>",
        "400, application/json, {}",
        "400, application/json, '{\"error\":\"Bad Request\",\"status\":400}'",
        "400, application/json, '{\"error\":{\"code\":1}}'",
        "400, application/hal+json, '{\"_embedded\":{\"fx:errors\":[]}}'",
        "401, , ''",
        "403, text/html, <html>Firewall",
        "404, application/json, '{\"message\":\"no Route matched\"}'",
        "407, application/json, '{\"error\":\"invalid_client\"}'",
        "408, application/json, '{\"error\":\"invalid_client\"}'",
        "425, application/json, '{\"error\":\"invalid_client\"}'",
        "429, application/json, '{\"error\":\"invalid_client\"}'",
        "500, application/json, '{\"error\":\"invalid_client\"}'",
        "502, text/html, <html>",
        "503, , ''",
        "599, application/hal+json, {}"
    })
    void whatever_is_not_certainly_foxys_is_unclear(int status, @Nullable String type, String body) {
        assertThat(reply(status, type, body)).isInstanceOfSatisfying(Unclear.class, unclear -> {
            assertThat(unclear.what())
                    .startsWith("the answer of https://api.foxy.io/token was " + status + " with ")
                    .doesNotContain("code=x");
            assertThat(unclear.sent()).isTrue();
        });
    }

    @Test
    void a_5xx_of_foxys_own_keeps_its_words_and_reference() {
        assertThat(reply(503, HAL, ERRORS)).isInstanceOfSatisfying(Unclear.class, unclear -> {
            assertThat(unclear.what()).endsWith("was 503 with application/hal+json: first; second");
            assertThat(unclear.logref()).isEqualTo("id-1");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "7||7",
                "0||0",
                " 7 ||7",
                "99999999||86400",
                "-7||",
                "1.5||",
                "soon||",
                "Mon, 23 Nov 2026 10:00:30 GMT|Mon, 23 Nov 2026 10:00:00 GMT|30",
                "Mon, 23 Nov 2026 09:00:00 GMT|Mon, 23 Nov 2026 10:00:00 GMT|0",
                "Mon, 23 Nov 2026 10:00:30 GMT||"
            })
    void the_wait_that_was_asked_for_is_kept(String value, @Nullable String date, @Nullable Long seconds) {
        RecordingWire wire =
                new RecordingWire().then(429, HAL, ERRORS, "Retry-After", value, "Date", date == null ? "" : date);
        Reply reply = new Foxy(wire, API).send(POST);
        assertThat(reply)
                .isInstanceOfSatisfying(
                        Unclear.class,
                        unclear -> assertThat(unclear.retryAfter())
                                .isEqualTo(seconds == null ? null : Duration.ofSeconds(seconds)));
    }

    @Test
    void no_answer_is_unclear_and_tells_whether_the_request_left() {
        RecordingWire wire = new RecordingWire()
                .thenFail(new WireException("the connection was refused", false, null))
                .thenFail(WireException.timedOut("the answer was not complete within 20 s", true));
        Foxy foxy = new Foxy(wire, API);
        assertThat(foxy.send(POST))
                .isEqualTo(new Unclear(
                        "https://api.foxy.io/token could not be reached: the connection was refused",
                        false,
                        false,
                        null,
                        null));
        assertThat(foxy.send(POST))
                .isEqualTo(new Unclear(
                        "no complete answer came from https://api.foxy.io/token: the answer was not complete within 20 s",
                        true,
                        true,
                        null,
                        null));
    }

    @Test
    void the_secrets_of_the_request_are_not_repeated() {
        HttpRequest request = POST.withAuthorization(Credentials.basic("id", Secret.of("pass-word")))
                .withForm(Map.of("grant_type", "refresh_token"), Map.of("refresh_token", Secret.of("re-fresh")));
        RecordingWire wire = new RecordingWire()
                .then(
                        400,
                        HAL,
                        "{\"error\":\"invalid_grant\",\"error_description\":\"Token re-fresh of pass-word, sent as"
                                + " Basic aWQ6cGFzcy13b3Jk,\\r\\nis\\u0000 refresh_token\"}");
        assertThat(new Foxy(wire, API).send(request))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.message())
                                .isEqualTo("Token (hidden) of (hidden), sent as Basic (hidden), is refresh_token"));
    }

    @Test
    void a_sentence_of_foxys_gets_no_second_full_stop() {
        String body = "{\"_embedded\":{\"fx:errors\":[{\"message\":\"Maintenance.\"}]}}";
        assertThatThrownBy(() -> reply(503, HAL, body).orThrow())
                .isInstanceOfSatisfying(
                        TryLaterException.class,
                        e -> assertThat(e.problem().detail()).endsWith(": Maintenance."));
    }

    @Test
    void endless_words_are_cut() {
        assertThat(reply(400, HAL, "{\"error\":\"x\",\"error_description\":\"" + "w".repeat(100_000) + "\"}"))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.message()).hasSize(501));
    }

    @Test
    void or_throw_turns_a_reply_into_its_exception() {
        assertThat(reply(200, HAL, "{}").orThrow()).isInstanceOf(Done.class);
        assertThatThrownBy(() -> reply(404, HAL, ERRORS).orThrow())
                .isInstanceOfSatisfying(RefusedException.class, e -> {
                    assertThat(e.status()).isEqualTo(404);
                    assertThat(e.code()).isEqualTo(Code.API_REFUSED);
                    assertThat(e.problem().detail()).isEqualTo("Foxy answered 404: first; second.");
                    assertThat(e.problem().logref()).isEqualTo("id-1");
                });
        RecordingWire wire = new RecordingWire().then(503, "text/html", "<html>", "Retry-After", "3");
        assertThatThrownBy(() -> new Foxy(wire, API).send(POST).orThrow())
                .isInstanceOfSatisfying(TryLaterException.class, e -> {
                    assertThat(e.code()).isEqualTo(Code.API_UNREACHABLE);
                    assertThat(e.problem().detail())
                            .isEqualTo("The answer of https://api.foxy.io/token was 503 with text/html.");
                    assertThat(e.retryAfter()).contains(Duration.ofSeconds(3));
                });
    }

    private static Reply reply(int status, @Nullable String contentType, String body) {
        return new Foxy(new RecordingWire().then(status, contentType, body), API).send(POST);
    }
}
