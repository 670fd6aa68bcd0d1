package io.foxden.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.foxden.secret.Secret;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpRequestTest {
    private static final HttpRequest POST = HttpRequest.post(URI.create("https://api.foxy.io/token"));

    @Test
    void neither_body_nor_credentials_are_printed() {
        HttpRequest request = POST.withBearer(Secret.of("to-ken"))
                .withForm(Map.of("plain", "pl-ain"), Map.of("client_secret", Secret.of("s3cret")));
        assertThat(request).hasToString("POST https://api.foxy.io/token");
        HttpAnswer answer = new HttpAnswer(
                200,
                Map.of("Content-Type", List.of("application/json"), "Set-Cookie", List.of("s3cret")),
                "s3cret".getBytes(StandardCharsets.UTF_8));
        assertThat(answer).hasToString("200 with application/json, 6 bytes");
    }

    @Test
    void each_change_makes_another_request() {
        HttpRequest request = POST.withHeader("Accept", "a").withHeader("accept", "b");
        assertThat(request.header("ACCEPT")).contains("b");
        assertThat(POST.headers()).isEmpty();
        assertThat(POST.withBearer(Secret.of("t")).authorization()).contains(Secret.of("Bearer t"));
        assertThat(POST.authorization()).isEmpty();
        assertThat(POST.body()).isEmpty();
    }

    @Test
    void form_fields_are_encoded_in_order() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("b", "1 2&3=4+5");
        fields.put("a", "äÄ/?%");
        HttpRequest request = POST.withForm(fields, Map.of("s", Secret.of("x y")));
        assertThat(request.body()).contains("b=1+2%263%3D4%2B5&a=%C3%A4%C3%84%2F%3F%25&s=x+y");
        assertThat(request.contentType()).contains("application/x-www-form-urlencoded");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nX-Injected: 1", "a\nb", "a\u0000b", "\tb"})
    void a_header_cannot_smuggle_another(String value) {
        assertThatThrownBy(() -> POST.withHeader("X-A", value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Line break or control character in header X-A");
        assertThatThrownBy(() -> POST.withBearer(Secret.of(value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("Injected");
    }

    @Test
    void the_authorization_is_not_an_ordinary_header() {
        assertThatThrownBy(() -> POST.withHeader("authorization", "Bearer x"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void its_secrets_are_concealed_in_what_the_server_says() {
        HttpRequest request = POST.withAuthorization(AuthorizationHeader.basic("id", Secret.of("pass-word")))
                .withForm(Map.of("a", "plain"), Map.of("code", Secret.of("c0de")));
        assertThat(request.conceal("plain c0de, pass-word, aWQ6cGFzcy13b3Jk, id"))
                .isEqualTo("plain (hidden), (hidden), (hidden), id");
        assertThat(POST.withBearer(Secret.of("to-ken")).conceal("Bearer to-ken"))
                .isEqualTo("Bearer (hidden)");
        assertThat(POST.conceal("all of it")).isEqualTo("all of it");
    }
}
