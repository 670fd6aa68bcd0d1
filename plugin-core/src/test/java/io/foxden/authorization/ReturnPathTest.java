package io.foxden.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import io.foxden.problem.Code;
import io.foxden.world.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnPathTest {
    @ParameterizedTest
    @NullAndEmptySource
    void none_is_none(String path) {
        assertThat(ReturnPath.check(path)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/admin",
                "/admin/",
                "/app/admin?tab=foxy&x=1#connected",
                "/a//b",
                "/%C3%BC",
                "/a;x=y",
                "/@name",
                "/a:b",
                "/?next=https://elsewhere.example",
                "/~me/-_.!*'()"
            })
    void a_path_on_this_site_is_taken_as_it_is(String path) {
        assertThat(ReturnPath.check(path)).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://elsewhere.example",
                "http://elsewhere.example/",
                "HTTPS://elsewhere.example",
                "//elsewhere.example",
                "///elsewhere.example",
                "////elsewhere.example",
                "\\\\elsewhere.example",
                "/\\elsewhere.example",
                "\\/elsewhere.example",
                "/\t/elsewhere.example",
                "\t//elsewhere.example",
                " //elsewhere.example",
                "/\n/elsewhere.example",
                "/\r\nSet-Cookie: a=b",
                "/\u0000",
                "/a b",
                "/\u00a0",
                "/ü",
                "/\u2044elsewhere",
                "/\uFF0Felsewhere.example",
                "/a\\b",
                "javascript:alert(1)",
                "data:text/html,x",
                "mailto:eve@example.com",
                "elsewhere.example",
                "admin",
                "./admin",
                "../admin",
                "?a=b",
                "#a",
                ":80/",
                "@elsewhere.example",
                "/%",
                "/%zz",
                "/a|b",
                "/<script>",
                "/\"",
                "/{x}",
                "/^",
                "/`"
            })
    void anything_else_is_refused(String path) {
        assertThat(Problems.of(Code.BAD_REQUEST, () -> ReturnPath.check(path)).detail())
                .contains("return_to");
    }

    @Test
    void a_path_may_have_500_characters_and_no_more() {
        String longest = "/" + "a".repeat(499);

        assertThat(ReturnPath.check(longest)).isEqualTo(longest);
        Problems.of(Code.BAD_REQUEST, () -> ReturnPath.check(longest + "a"));
    }
}
