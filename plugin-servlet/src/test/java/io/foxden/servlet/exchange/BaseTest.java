package io.foxden.servlet.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

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

    @Test
    void cookies_are_limited_to_the_base_path() {
        assertThat(inHost.cookiePath()).isEqualTo("/shop/foxden");
        assertThat(new Base("", "").cookiePath()).isEqualTo("/");
    }
}
