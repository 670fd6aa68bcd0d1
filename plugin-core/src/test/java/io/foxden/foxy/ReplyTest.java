package io.foxden.foxy;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.foxden.foxy.Reply.Done;
import io.foxden.foxy.Reply.Refused;
import io.foxden.foxy.Reply.Unclear;
import io.foxden.http.AuthorizationHeader;
import io.foxden.http.HttpAnswer;
import io.foxden.http.HttpRequest;
import io.foxden.http.WireException;
import io.foxden.problem.Code;
import io.foxden.problem.RefusedException;
import io.foxden.problem.TryLaterException;
import io.foxden.secret.Secret;
import io.foxden.words.Message;
import java.net.URI;
import java.nio.charset.Charset;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyTest {
    private static final URI API = URI.create("https://api.foxy.io/");
    private static final HttpRequest POST = HttpRequest.post(API.resolve("token?code=x"));
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T10:00:00Z"), ZoneOffset.UTC);
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
    @ValueSource(strings = {"application/hal+json", "application/hal+json; charset=utf-8", "Application/HAL+JSON;"})
    void hal_by_name_counts_whatever_is_in_it(String type) {
        assertThat(reply(200, type, "{}")).isInstanceOf(Done.class);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "text/html",
                "text/plain; charset=UTF-8",
                "text/json",
                "application/octet-stream",
                "application/hal+json, application/hal+json",
                "text/html, application/hal+json",
                "application; hal json;;",
                "APPLICATION/JSON",
                "charset=utf-8"
            })
    void an_object_of_a_documented_shape_counts_under_any_type(@Nullable String type) {
        assertThat(reply(200, type, "{\"_links\":{}}")).isInstanceOf(Done.class);
        assertThat(reply(200, type, "{\"_embedded\":{}}")).isInstanceOf(Done.class);
        assertThat(reply(200, type, "{\"access_token\":\"t\"}")).isInstanceOf(Done.class);
        assertThat(reply(201, type, "{\"client_id\":\"a\",\"client_secret\":\"b\"}"))
                .isInstanceOf(Done.class);
        assertThat(reply(400, type, ERRORS)).isInstanceOf(Refused.class);
        assertThat(reply(400, type, OAUTH)).isInstanceOf(Refused.class);
    }

    @Test
    void a_type_that_stands_twice_counts_by_either() {
        HttpAnswer answer = new HttpAnswer(
                200, Map.of("Content-Type", List.of("text/html", "application/hal+json")), "{}".getBytes(UTF_8));
        assertThat(Meaning.of(POST, answer, Expected.ANYTHING, Clock.systemUTC()))
                .isInstanceOf(Done.class);
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-8, ",
        "UTF-16, application/hal+json",
        "UTF-16LE, ",
        "UTF-16BE, application/hal+json;charset=UTF-16BE",
        "UTF-32BE, ",
        "ISO-8859-1, application/hal+json; charset=iso-8859-1",
        "ISO-8859-1, ",
        "ISO-8859-1, application/json; charset=\"no-such-charset\"",
        "windows-1252, text/html;charset='windows-1252'",
        "ISO-2022-JP, application/json;charset=ISO-2022-JP"
    })
    void any_charset_is_read(String charset, @Nullable String type) {
        String name = charset.equals("ISO-2022-JP") ? "新宿" : "Müller";
        byte[] body = ("{\"_links\":{},\"name\":\"" + name + "\"}").getBytes(Charset.forName(charset));
        assertThat(done(type, body).document().text("name")).contains(name);
    }

    @Test
    void a_byte_order_mark_is_no_part_of_the_answer() {
        assertThat(done(HAL, "\ufeff{\"a\":\"b\"}".getBytes(UTF_8)).document().text("a"))
                .contains("b");
        assertThat(done(HAL, "\ufeff{\"a\":\"b\"}".getBytes(UTF_16LE))
                        .document()
                        .text("a"))
                .contains("b");
    }

    @Test
    void of_a_key_that_stands_twice_the_last_counts() {
        assertThat(done(HAL, "{\"a\":\"1\",\"a\":\"2\"}".getBytes(UTF_8))
                        .document()
                        .text("a"))
                .contains("2");
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
        "200, , {}",
        "200, text/html, '{\"login\":\"https://portal.example/\"}'",
        "200, application/json, '{\"status\":\"ok\",\"message\":\"Please sign in\"}'",
        "200, application/json, '{\"_links\":\"none\",\"access_token\":null}'",
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
            assertThat(unclear.what().toString())
                    .startsWith("The answer of https://api.foxy.io/token was " + status)
                    .doesNotContain("code=x");
            assertThat(unclear.sent()).isTrue();
        });
    }

    @Test
    void a_5xx_of_foxys_own_keeps_its_words_and_reference() {
        assertThat(reply(503, HAL, ERRORS)).isInstanceOfSatisfying(Unclear.class, unclear -> {
            assertThat(unclear.what().toString()).endsWith("was 503 with application/hal+json: first; second");
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
                "-7||0",
                "1.5||2",
                "+3.||3",
                "'\"4\"'||4",
                "99999999999999999999999||86400",
                "soon||",
                "7 seconds||",
                "||",
                "Mon, 23 Nov 2026 10:00:30 GMT|Mon, 23 Nov 2026 10:00:00 GMT|30",
                "Mon, 23 Nov 2026 09:00:00 GMT|Mon, 23 Nov 2026 10:00:00 GMT|0",
                "Mon, 23 Nov 2026 10:00:30 GMT||30",
                "Mon, 23 Nov 2026 10:00:30 GMT|yesterday|30",
                "Mon, 23 Nov 2026 10:00:30 GMT|Thu, 01 Jan 1970 00:00:00 GMT|30",
                "Mon, 23 Nov 2026 10:00:30 GMT|Mon, 23 Nov 2099 00:00:00 GMT|30",
                "Mon, 23 Nov 2026 09:59:30 GMT||0",
                "Mon, 23 Nov 2099 10:00:30 GMT||86400",
                "Wed, 23 Nov 2026 10:00:30 GMT||30",
                "Monday, 23-Nov-26 10:00:30 GMT||30",
                "Monday, 23-Nov-26 10:00:30 GMT|Monday, 23-Nov-26 10:00:10 GMT|20",
                "Mon Nov 23 10:00:30 2026||30",
                "Tue Dec  1 10:00:30 2026|Tue Dec  1 10:00:00 2026|30",
                " mon,  23 nov 2026   10:00:30 gmt ||30",
                "23 Nov 2026 10:00:30||30",
                "Mon, 32 Nov 2026 10:00:30 GMT||"
            })
    void the_wait_that_was_asked_for_is_kept(@Nullable String value, @Nullable String date, @Nullable Long seconds) {
        RecordingWire wire = new RecordingWire()
                .then(429, HAL, ERRORS, "Retry-After", value == null ? "" : value, "Date", date == null ? "" : date);
        Reply reply = new Foxy(wire, API, CLOCK).send(POST);
        assertThat(reply)
                .isInstanceOfSatisfying(
                        Unclear.class,
                        unclear -> assertThat(unclear.retryAfter())
                                .isEqualTo(seconds == null ? null : Duration.ofSeconds(seconds)));
    }

    @Test
    void no_answer_is_unclear_and_tells_whether_the_request_left() {
        RecordingWire wire = new RecordingWire()
                .thenFail(new WireException(Message.of("http/refused"), false, null))
                .thenFail(WireException.timedOut(Message.of("http/late").with("time", "20 s"), true));
        Foxy foxy = new Foxy(wire, API);
        Unclear refused = (Unclear) foxy.send(POST);
        assertThat(refused.what())
                .hasToString("https://api.foxy.io/token could not be reached: the connection was refused");
        assertThat(refused.sent()).isFalse();
        assertThat(refused.timedOut()).isFalse();
        Unclear late = (Unclear) foxy.send(POST);
        assertThat(late.what())
                .hasToString("No complete answer came from https://api.foxy.io/token: the answer was not complete"
                        + " within 20 s");
        assertThat(late.sent()).isTrue();
        assertThat(late.timedOut()).isTrue();
    }

    @Test
    void the_secrets_of_the_request_are_not_repeated() {
        HttpRequest request = POST.withAuthorization(AuthorizationHeader.basic("id", Secret.of("pass-word")))
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
                        Refused.class, refused -> assertThat(refused.message()).hasSize(500));
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
                            .isEqualTo("The answer of https://api.foxy.io/token was 503 with text/html: \"<html>\".");
                    assertThat(e.retryAfter()).contains(Duration.ofSeconds(3));
                });
    }

    @Test
    void foxys_words_are_cleaned() {
        String body = "{\"_embedded\":{\"fx:errors\":[{\"logref\":\"id-1\\u202e\\n\","
                + "\"message\":\"No\\u009b31m\\u2028\\ud83d way\"}]}}";
        assertThat(reply(400, HAL, body)).isEqualTo(new Refused(400, "No 31m way", "id-1", null));
    }

    @Test
    void an_unclear_answer_is_told_with_status_type_coding_and_its_first_words() {
        assertThat(what(502, "text/html", "<html>\r\n<title>Bad\u202e Gateway</title>" + "x ".repeat(900)))
                .startsWith("The answer of https://api.foxy.io/token was 502 with text/html: \"<html> <title>Bad"
                        + " Gateway</title>x x")
                .hasSizeLessThan(250)
                .endsWith("…\"");
        HttpAnswer packed = new HttpAnswer(
                200,
                Map.of("Content-Type", List.of("application/json"), "Content-Encoding", List.of("br")),
                new byte[] {(byte) 0x8b, 2, (byte) 0xff});
        assertThat(unclear(POST, packed).what().toString())
                .isEqualTo("The answer of https://api.foxy.io/token was 200 with application/json, br");
    }

    @Test
    void no_secret_is_shown_in_the_first_words() {
        HttpRequest request = POST.withForm(Map.of(), Map.of("code", Secret.of("c0-de"), "x", Secret.of("a/b+c")));
        String body = "<p>c0-de a%2Fb%2Bc a/b+c {\"client_secret\":\"short\", access_token=abc;"
                + " eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0 Xk29dfmQ31 'refresh_token': 'r-t'";
        HttpAnswer answer = new HttpAnswer(200, Map.of(), body.getBytes(UTF_8));
        assertThat(unclear(request, answer).what().toString())
                .doesNotContain("c0-de", "a%2Fb", "a/b", "short", "abc", "eyJ", "Xk29", "r-t")
                .contains("<p>(hidden)");
    }

    @Test
    void where_a_redirect_points_is_told_without_its_query() {
        RecordingWire wire = new RecordingWire()
                .then(302, "text/html", "", "Location", "https://login.example:8443/portal\u202e?ticket=s3cret")
                .then(308, null, "", "Location", "/elsewhere?s3cret")
                .then(307, null, "", "Location", "http://[s3cret")
                .then(304, null, "");
        Foxy foxy = new Foxy(wire, API);
        String begin = "The answer of https://api.foxy.io/token was ";
        assertThat(((Unclear) foxy.send(POST)).what().toString())
                .isEqualTo(begin + "302 to https://login.example:8443/portal with no content");
        assertThat(((Unclear) foxy.send(POST)).what().toString())
                .isEqualTo(begin + "308 to https://api.foxy.io/elsewhere with no content");
        assertThat(((Unclear) foxy.send(POST)).what().toString())
                .isEqualTo(begin + "307 to what is no address with no content");
        assertThat(((Unclear) foxy.send(POST)).what().toString()).isEqualTo(begin + "304 with no content");
    }

    @ParameterizedTest
    @CsvSource({
        "'https://login.example/\u001b[31mportal page?x=1',https://login.example/…31mportal…page",
        "'https://login.example/a|b<c>',https://login.example/a…b…c…",
        "http://my_host:81/portal,http://my_host:81/portal",
        "http://user:pass@my_host/,http://(hidden)@my_host/",
    })
    void where_a_redirect_points_is_told_also_where_it_is_no_address_by_the_book(String location, String told) {
        RecordingWire wire = new RecordingWire().then(302, null, "", "Location", location);
        assertThat(((Unclear) new Foxy(wire, API).send(POST)).what().toString()).contains("302 to " + told + " with");
    }

    @Test
    void the_first_words_are_told_in_any_charset_and_wherever_they_are_cut() {
        HttpAnswer latin = new HttpAnswer(502, Map.of(), "Zugriff für Gäste".getBytes(Charset.forName("ISO-8859-1")));
        assertThat(unclear(POST, latin).what().toString()).contains("\"Zugriff f");
        HttpAnswer cut = new HttpAnswer(502, Map.of(), ("<p>" + "é".repeat(2_000)).getBytes(UTF_8));
        assertThat(unclear(POST, cut).what().toString()).contains("\"<p>éé");
        HttpAnswer nul = new HttpAnswer(200, Map.of(), "{\"a\": 1}\0".getBytes(UTF_8));
        assertThat(unclear(POST, nul).what().toString()).contains("\"{\"a\": 1}\"");
    }

    @Test
    void a_refusal_is_told_with_its_stable_word() {
        assertThat(refusal("{\"error\":\"invalid_scope\",\"error_description\":\"\"}"))
                .isEqualTo("Foxy answered 400: invalid_scope.");
        assertThat(refusal("{\"error\":\"unauthorized_client\",\"error_description\":\"No.\"}"))
                .isEqualTo("Foxy answered 400: unauthorized_client: No.");
    }

    private static String refusal(String body) {
        return ((Refused) reply(400, "application/json", body))
                .exception()
                .problem()
                .detail();
    }

    @Test
    void what_was_not_expected_is_told_with_what_came() {
        Expected secret = (answer, document) -> document.text("secret").isPresent();
        RecordingWire wire = new RecordingWire()
                .then(200, HAL, "{\"_links\":{\"x\":{\"href\":\"/x\"}}}")
                .then(204, null, "")
                .then(200, "application/json", ERRORS)
                .then(200, "application/json", "{\"token_type\":\"mac\"}")
                .then(200, HAL, ERRORS);
        Foxy foxy = new Foxy(wire, API);
        String begin = "The answer of https://api.foxy.io/x was ";
        assertThat(asked(foxy, secret)).startsWith(begin + "204 with no content");
        assertThat(asked(foxy, secret)).isEqualTo(begin + "200 with application/json: first; second");
        assertThat(asked(foxy, secret)).isEqualTo(begin + "200 with application/json: \"{\"token_type\":\"mac\"}\"");
        assertThat(asked(foxy, secret)).isEqualTo(begin + "200 with " + HAL + ": first; second");
    }

    private static String asked(Foxy foxy, Expected expected) {
        return ((Unclear) foxy.send("x", HttpRequest::post, expected)).what().toString();
    }

    @Test
    void a_407_is_told_to_come_from_a_proxy() {
        assertThat(what(407, null, "")).contains("was 407, of a proxy that wants to know who asks, with no content");
    }

    private static String what(int status, @Nullable String contentType, String body) {
        return ((Unclear) reply(status, contentType, body)).what().toString();
    }

    private static Unclear unclear(HttpRequest request, HttpAnswer answer) {
        return (Unclear) Meaning.of(request, answer, Expected.ANYTHING, CLOCK);
    }

    private static Done done(@Nullable String type, byte[] body) {
        Map<String, List<String>> headers = type == null ? Map.of() : Map.of("Content-Type", List.of(type));
        return (Done) Meaning.of(POST, new HttpAnswer(200, headers, body), Expected.ANYTHING, CLOCK);
    }

    private static Reply reply(int status, @Nullable String contentType, String body) {
        return new Foxy(new RecordingWire().then(status, contentType, body), API).send(POST);
    }
}
