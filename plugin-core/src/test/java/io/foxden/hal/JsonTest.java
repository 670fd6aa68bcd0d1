package io.foxden.hal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    record Customer(String email, int orders) {}

    record Cyclic(List<Object> inside) {}

    @Test
    void what_was_written_is_read_again_in_the_same_order() throws Exception {
        Map<String, @Nullable Object> content = new LinkedHashMap<>();
        content.put("z", "ä\"\\\n\u0000");
        content.put("a", List.of(1, 2.5, true, Map.of("k", "v")));
        content.put("n", null);
        content.put("l", 5_000_000_000L);
        Map<String, Object> again = Json.read(Json.write(content));
        assertThat(again).isEqualTo(content);
        assertThat(again.keySet()).containsExactly("z", "a", "n", "l");
    }

    @Test
    void any_value_that_jackson_can_write_is_encoded() {
        assertThat(Json.encode(new Customer("a@b", 2))).isEqualTo("{\"email\":\"a@b\",\"orders\":2}");
        assertThat(Json.encode(Map.of("a", List.of(1)))).isEqualTo("{\"a\":[1]}");
    }

    @Test
    void a_value_that_cannot_be_written_is_named_by_type() {
        assertThatThrownBy(() -> Json.encode(new Object()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("A java.lang.Object cannot be written as JSON");
        assertThatThrownBy(() -> Json.encode(new Cyclic(List.of("s3cret", new Object()))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("s3cret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "1", "{", "{} {}", "{\"a\":1,\"a\":2}", "\"s3cret\"", "{s3cret}"})
    void what_is_not_one_json_object_is_malformed(String text) {
        assertThatThrownBy(() -> Json.read(text))
                .isInstanceOf(MalformedDocumentException.class)
                .hasMessageNotContaining("s3cret")
                .hasNoCause();
    }

    @Test
    void every_character_of_what_is_written_can_be_seen_and_means_the_same() throws Exception {
        Map<String, Object> content =
                Map.of("a", "Müller \u009b31m\u202e\u2028\u007f\u200b 😀" + Character.toString(0xe0041));
        for (String json : List.of(Json.write(content), Json.line(content))) {
            assertThat(json).contains("Müller \\u009b31m\\u202e\\u2028\\u007f\\u200b 😀\\udb40\\udc41");
            assertThat(Json.read(json)).isEqualTo(content);
        }
    }
}
