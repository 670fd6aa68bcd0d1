package io.foxden.servlet.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.foxden.config.Surroundings;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ForwardingTest {
    private final Forwarding forwarding = new Forwarding(Surroundings.none()
            .contextParameters(Map.of("foxden.trusted-proxies", "10.0.0.0/8, fd00::/8"))
            .read()
            .trustedProxies());

    @Test
    void nobody_else_is_believed() {
        Reached seen = seen(
                "203.0.113.9",
                Map.of(
                        "X-Forwarded-For", "198.51.100.1",
                        "X-Forwarded-Proto", "https",
                        "X-Forwarded-Host", "shop.example.com",
                        "Forwarded", "for=198.51.100.1;proto=https;host=shop.example.com"));

        assertThat(seen).isEqualTo(new Reached("203.0.113.9", "http", "inner.local:8080"));
    }

    @Test
    void a_trusted_proxy_tells_client_scheme_and_host() {
        Reached seen = seen(
                "10.0.0.1",
                Map.of(
                        "X-Forwarded-For", "198.51.100.1",
                        "X-Forwarded-Proto", "https",
                        "X-Forwarded-Host", "Shop.Example.com:443"));

        assertThat(seen).isEqualTo(new Reached("198.51.100.1", "https", "shop.example.com"));
        assertThat(seen.siteUrl("/app")).hasToString("https://shop.example.com/app");
    }

    @Test
    void what_a_client_puts_before_the_proxies_own_words_does_not_count() {
        Reached seen = seen(
                "10.0.0.1",
                Map.of(
                        "X-Forwarded-For", "1.1.1.1, 198.51.100.1",
                        "X-Forwarded-Proto", "http, https",
                        "X-Forwarded-Host", "evil.example, shop.example.com"));

        assertThat(seen).isEqualTo(new Reached("198.51.100.1", "https", "shop.example.com"));
    }

    @Test
    void a_chain_of_trusted_proxies_is_followed_to_its_beginning() {
        Reached seen = seen(
                "10.0.0.1",
                Map.of(
                        "X-Forwarded-For", "198.51.100.1, 10.0.0.2",
                        "X-Forwarded-Proto", "https, http",
                        "X-Forwarded-Host", "shop.example.com, inner"));

        assertThat(seen).isEqualTo(new Reached("198.51.100.1", "https", "shop.example.com"));
    }

    @Test
    void the_standard_header_says_the_same() {
        Reached seen = seen(
                "fd00::1",
                Map.of("Forwarded", "for=\"[2001:db8::7]:4711\";proto=https;host=\"shop.example.com:8443\""));

        assertThat(seen).isEqualTo(new Reached("2001:db8::7", "https", "shop.example.com:8443"));
    }

    @Test
    void nonsense_changes_nothing() {
        Reached seen = seen("10.0.0.1", Map.of("X-Forwarded-Proto", "gopher", "X-Forwarded-For", " , "));

        assertThat(seen).isEqualTo(new Reached("10.0.0.1", "http", "inner.local:8080"));
    }

    @Test
    void an_origin_is_ours_if_it_names_our_host_whatever_its_scheme() {
        Reached seen = new Reached("10.0.0.1", "http", "shop.example.com");

        assertThat(seen.isAt("https://shop.example.com")).isTrue();
        assertThat(seen.isAt("http://SHOP.example.com:80")).isTrue();
        assertThat(seen.isAt("https://shop.example.com:8443")).isFalse();
        assertThat(seen.isAt("https://shop.example.com.evil.example")).isFalse();
        assertThat(seen.isAt("null")).isFalse();
    }

    private Reached seen(String peer, Map<String, String> headers) {
        return forwarding.reached(Fake.request(peer, headers));
    }
}
