package io.foxden.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The net has no holes where it should have none. */
class UnsaidTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>Hello</p>",
                "<p>[Hello] you</p>",
                "<p>Hello [you]</p>",
                "<p>[Since <time>now</time></p><p>then</p>",
                "<p>now]</p>",
                "<img alt=\"A fox\">",
                "<button aria-label=\"Close\">[x]</button>",
                "<input placeholder=\"Your name\">",
                "<input type=\"submit\" value=\"Send\">",
                "<a title=\"More\">[more]</a>",
                "<title>Foxden</title>",
                "<dd>2026</dd>"
            })
    void what_is_outside_the_brackets_is_found(String html) {
        assertThat(Unsaid.on(html)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>[Hello [you], and <code>them</code>.]</p>",
                "<p>[Since <time>[now]</time>.]</p>",
                "<li><a>[Company]</a>: [is empty.]</li>",
                "<dd><bdi>Example Store</bdi></dd><dd><code>3200</code></dd>",
                "<input type=\"text\" name=\"code\" value=\"what somebody typed\">",
                "<!DOCTYPE html><style>p {color: red}</style>"
            })
    void what_is_within_or_foreign_is_none(String html) {
        assertThat(Unsaid.on(html)).isEmpty();
    }

    @Test
    void in_json_it_is_what_people_read() {
        assertThat(Unsaid.inJson(
                        "{\"problem\": {\"code\": \"locked\", \"detail\": \"[a] [b]\", \"remedy\": \"Wait.\"}}"))
                .containsExactly("Wait.");
        assertThat(Unsaid.inJson("{\"warnings\": [{\"detail\": \"[a] b\"}], \"title\": \"[c\"}"))
                .hasSize(2);
        assertThat(Unsaid.inJson("{\"title\": \"[a]\", \"phase\": \"new\"}")).isEmpty();
    }
}
