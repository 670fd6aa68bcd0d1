package io.foxden.servlet.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BaseTest {
    private final Base inHost = new Base("/shop", "/foxden");

    @Test
    void what_is_below_the_base_path_is_ours() {
        assertThat(inHost.owns("/shop/foxden")).isTrue();
        assertThat(inHost.owns("/shop/foxden/")).isTrue();
        assertThat(inHost.owns("/shop/foxden/status")).isTrue();
        assertThat(inHost.owns("/shop/foxden//status")).isTrue();
    }

    @Test
    void a_segment_that_only_begins_like_the_base_path_is_the_hosts() {
        assertThat(inHost.owns("/shop/foxdens")).isFalse();
        assertThat(inHost.owns("/shop/foxden-old/x")).isFalse();
        assertThat(inHost.owns("/shop/foxden%C3%A9")).isFalse();
        assertThat(inHost.owns("/shop/fox")).isFalse();
        assertThat(inHost.owns("/shop/")).isFalse();
        assertThat(inHost.owns("/other/foxden")).isFalse();
    }

    @Test
    void a_segment_that_a_careless_host_may_take_to_end_is_ours() {
        assertThat(inHost.owns("/shop/foxden;x=y")).isTrue();
        assertThat(inHost.owns("/shop/foxden%2fstatus")).isTrue();
        assertThat(inHost.owns("/shop/foxden%2Fstatus")).isTrue();
        assertThat(inHost.owns("/shop/foxden%5cstatus")).isTrue();
        assertThat(inHost.owns("/shop/foxden\\status")).isTrue();
    }

    @Test
    void an_application_of_our_own_is_ours_however_its_path_is_spelt() {
        Base own = new Base("/foxden", "");
        assertThat(own.owns("/%66oxden/health")).isTrue();
        assertThat(own.pathOf("/foxden/health")).isEqualTo("/health");
        assertThat(own.pathOf("/%66oxden/health")).isEqualTo("/%66oxden/health");
    }

    @Test
    void a_context_path_is_compared_as_browsers_send_it() {
        assertThat(new Base("/caf\u00e9 bar", "/foxden").owns("/caf%C3%A9%20bar/foxden/"))
                .isTrue();
        assertThat(new Base("/caf%C3%A9", "/foxden").owns("/caf%C3%A9/foxden/")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "/caf\u00e9, /caf%C3%A9",
        "/caf\u00e9, /caf%c3%a9",
        "/a(b), /a(b)",
        "/a(b), /a%28b%29",
        "/a+b, /a%2Bb",
        "/a+b, /a%2bb",
        "/a b, /a%20b",
        "/\u00e4%20b, /%c3%a4%20b",
        "/50%, /50%25",
        "/caf%C3%A9, /caf%c3%a9",
        "/a#1, /a#1;jsessionid=12/b"
    })
    void a_servers_own_spellings_of_the_context_path_are_answered(String contextPath, String spelling) {
        Base base = new Base(contextPath + (spelling.endsWith("/b") ? "/b" : ""), "/foxden");
        String path = spelling.replace("#", "%23");

        assertThat(base.owns(path + "/foxden/health")).isTrue();
        assertThat(base.pathOf(path + "/foxden/health")).isEqualTo("/health");
        assertThat(base.pathOf(path + ";jsessionid=12/foxden/health")).isEqualTo("/health");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/%61(b)/foxden/health",
                "/a%2528b)/foxden/health",
                "/./a(b)/foxden/health",
                "//a(b)/foxden/health",
                "/%2e/a(b)/foxden/health",
                "%2fa(b)/foxden/health",
                "/a(b)%2ffoxden/health",
                "/a(b)//foxden/health",
                "/;x/a(b)/foxden/health",
                "/a(b)/%66oxden/health",
                "\\a(b)/foxden/health"
            })
    void every_other_spelling_of_it_is_no_address(String path) {
        assertThat(new Base("/a(b)", "/foxden").owns(path)).isFalse();
        assertThat(new Base("/a(b)", "").pathOf(path)).isNotEqualTo("/foxden/health");
    }

    @Test
    void a_session_id_that_a_server_writes_into_a_link_is_dropped() {
        assertThat(inHost.pathOf("/shop/foxden/;jsessionid=12.node")).isEqualTo("/");
        assertThat(inHost.pathOf("/shop/foxden;jsessionid=12")).isEmpty();
        assertThat(inHost.pathOf("/shop/foxden/callback;jsessionid=12")).isEqualTo("/callback");
        assertThat(inHost.pathOf("/shop/foxden/x/..;/health")).isEqualTo("/x/../health");
        assertThat(inHost.pathOf("/shop/foxden/;a=b/health")).isEqualTo("//health");
        assertThat(inHost.pathOf("/shop/foxden/health%3bx")).isEqualTo("/health%3bx");
    }

    @Test
    void the_public_path_is_what_stands_before_ours_in_the_browsers_address() {
        assertThat(inHost.publicContextPath("/foxden/")).contains("");
        assertThat(inHost.publicContextPath("/store/foxden/")).contains("/store");
        assertThat(inHost.publicContextPath("/store/foxden/connect/result")).contains("/store");
        assertThat(inHost.publicContextPath("/shop/foxden/x")).contains("/shop");
        assertThat(inHost.publicContextPath("/store/other")).isEmpty();
        assertThat(new Base("/foxden", "").publicContextPath("/den/")).contains("/den");
        assertThat(new Base("/foxden", "").publicContextPath("/den/install")).isEmpty();
        assertThat(new Base("/foxden", "").publicContextPath("/foxden/install")).contains("/foxden");
        assertThat(new Base("", "").publicContextPath("/")).contains("");
    }
}
