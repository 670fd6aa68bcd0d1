package io.foxden.hal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HalDocumentTest {
    record Store(
            String name,
            int total,
            @JsonProperty("is_active") boolean active,
            List<String> tags) {}

    @Test
    void a_link_may_be_an_object_or_an_array_of_objects() {
        HalDocument document = parse("""
                {"_links": {
                  "curies": [{"name": "fx", "href": "https://x/rels/{rel}", "templated": true}],
                  "self": {"href": "/a", "type": "application/json"},
                  "many": [{"href": "/1"}, {"nothing": 1}, "/text", {"href": null}, {"href": "/2"}]}}""");
        assertThat(document.link("self")).contains(new Link("/a", false, null, "application/json"));
        assertThat(document.link("curies")).contains(new Link("https://x/rels/{rel}", true, "fx", null));
        assertThat(document.links("many")).extracting(Link::href).containsExactly("/1", "/2");
        assertThat(document.link("other")).isEmpty();
        assertThat(HalDocument.empty().links("self")).isEmpty();
    }

    @Test
    void a_template_stands_for_its_address_where_only_query_values_are_left_out() {
        assertThat(new Link("/a{?limit,offset}", true, null, null).address()).contains("/a");
        assertThat(new Link("/a?b=c{&zoom}", true, null, null).address()).contains("/a?b=c");
        assertThat(new Link("/a/{id}", true, null, null).address()).isEmpty();
        assertThat(new Link("/a", false, null, null).address()).contains("/a");
    }

    @Test
    void text_is_read_from_text_numbers_and_booleans() {
        HalDocument document =
                parse("{\"a\":\"x\",\"b\":45,\"c\":true,\"d\":null,\"e\":{},\"f\":[1],\"g\":1.5,\"h\":\"\"}");
        assertThat(document.text("a")).contains("x");
        assertThat(document.text("b")).contains("45");
        assertThat(document.text("c")).contains("true");
        assertThat(document.text("d")).isEmpty();
        assertThat(document.text("e")).isEmpty();
        assertThat(document.text("f")).isEmpty();
        assertThat(document.text("g")).contains("1.5");
        assertThat(document.text("h")).contains("");
        assertThat(document.text("z")).isEmpty();
    }

    @Test
    void a_whole_number_is_read_from_a_number_or_its_text() {
        HalDocument document = parse("{\"a\":45,\"b\":\" 45 \",\"c\":\"-7\",\"d\":7200.0,\"e\":1.5,\"f\":\"1e3\","
                + "\"g\":99999999999999999999,\"h\":\"99999999999999999999\",\"i\":true,\"j\":\"\"}");
        assertThat(document.number("a")).hasValue(45);
        assertThat(document.number("b")).hasValue(45);
        assertThat(document.number("c")).hasValue(-7);
        assertThat(document.number("d")).hasValue(7200);
        for (String name : List.of("e", "f", "g", "h", "i", "j", "z")) {
            assertThat(document.number(name)).as(name).isEmpty();
        }
    }

    @Test
    void embedded_objects_and_properties_are_documents_themselves() {
        HalDocument document = parse("""
                {"token": {"access_token": "t"}, "list": [],
                 "_embedded": {"fx:customers": [{"id": 1}, 7, {"id": 2}], "fx:store": {"id": 3}}}""");
        assertThat(document.object("token").flatMap(token -> token.text("access_token")))
                .contains("t");
        assertThat(document.object("list")).isEmpty();
        assertThat(document.embedded("fx:customers"))
                .extracting(each -> each.number("id").getAsLong())
                .containsExactly(1L, 2L);
        assertThat(document.embedded("fx:store")).hasSize(1);
        assertThat(document.embedded("fx:none")).isEmpty();
    }

    @Test
    void a_document_is_read_as_a_record_and_unknown_properties_are_ignored() {
        Store store = parse("{\"name\":\"A\",\"total\":\"45\",\"is_active\":true,\"tags\":[\"b\"],\"_links\":{}}")
                .as(Store.class);
        assertThat(store).isEqualTo(new Store("A", 45, true, List.of("b")));
    }

    @Test
    void a_property_that_does_not_fit_is_named_without_its_value() {
        HalDocument document = parse("{\"name\":\"A\",\"total\":\"s3cret\"}");
        assertThatThrownBy(() -> document.as(Store.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The answer cannot be read as " + Store.class.getName() + ": total")
                .hasNoCause();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "s3cret",
                "[]",
                "\"s3cret\"",
                "null",
                "1",
                "{\"s3cret\"",
                "{\"a\":s3cret}",
                "{} s3cret",
                "<html>s3cret</html>"
            })
    void what_is_not_one_json_object_is_malformed(String text) {
        assertThatThrownBy(() -> HalDocument.parse(text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(MalformedDocumentException.class)
                .hasMessageNotContaining("s3cret")
                .hasNoCause();
    }

    @Test
    void of_a_key_that_stands_twice_the_last_counts() {
        assertThat(parse("{\"a\":1,\"a\":2}").number("a")).hasValue(2);
    }

    @Test
    void depth_is_bounded() {
        String deep = "{\"a\":".repeat(101) + "1" + "}".repeat(101);
        assertThatThrownBy(() -> HalDocument.parse(deep.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(MalformedDocumentException.class);
    }

    @Test
    void bytes_that_are_no_text_are_malformed() {
        assertThatThrownBy(() -> HalDocument.parse(new byte[] {'{', '"', (byte) 0xff, (byte) 0xfe, '"', ':', '1', '}'}))
                .isInstanceOf(MalformedDocumentException.class);
        assertThatThrownBy(() -> HalDocument.parse(new byte[] {0x1f, (byte) 0x8b, 8, 0, 0}))
                .isInstanceOf(MalformedDocumentException.class);
    }

    @Test
    void it_prints_names_only() {
        HalDocument document = parse("{\"client_secret\":\"s3cret\"}");
        assertThat(document).hasToString("HalDocument[client_secret]");
        assertThat(document.json()).contains("s3cret");
    }

    private static HalDocument parse(String json) {
        try {
            return HalDocument.parse(json.getBytes(StandardCharsets.UTF_8));
        } catch (MalformedDocumentException e) {
            throw new AssertionError(e);
        }
    }
}
