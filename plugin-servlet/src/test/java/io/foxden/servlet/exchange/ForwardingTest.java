package io.foxden.servlet.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.foxden.setting.ProxyHeader;
import io.foxden.setting.TrustedProxies;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForwardingTest {
    private static final TrustedProxies TRUSTED = TrustedProxies.parse("10.0.0.0/8, fd00::/8");

    private final Forwarding forwarding = new Forwarding(TRUSTED, ProxyHeader.X_FORWARDED);

    @Test
    void nobody_else_is_believed() {
        Reached seen = seen(
                "203.0.113.9",
                Map.of(
                        "X-Forwarded-For", "198.51.100.1",
                        "X-Forwarded-Proto", "https",
                        "X-Forwarded-Host", "shop.example.com",
                        "Forwarded", "for=198.51.100.1;proto=https;host=shop.example.com"));

        isFrom(seen, "203.0.113.9", "http://inner.local:8080");
    }

    @Test
    void a_trusted_proxy_tells_client_scheme_and_host() {
        Reached seen = seen(
                "10.0.0.1",
                Map.of(
                        "X-Forwarded-For", "198.51.100.1",
                        "X-Forwarded-Proto", "https",
                        "X-Forwarded-Host", "Shop.Example.com:443"));

        isFrom(seen, "198.51.100.1", "https://shop.example.com");
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

        isFrom(seen, "198.51.100.1", "https://shop.example.com");
    }

    @Test
    void a_chain_of_trusted_proxies_is_followed_to_its_beginning() {
        Reached seen = seen(
                "10.0.0.1",
                Map.of(
                        "X-Forwarded-For", "198.51.100.1, 10.0.0.2",
                        "X-Forwarded-Proto", "https, http",
                        "X-Forwarded-Host", "shop.example.com, inner"));

        isFrom(seen, "198.51.100.1", "https://shop.example.com");
    }

    @Test
    void the_standard_header_says_the_same() {
        Reached seen = standard(
                "fd00::1",
                Map.of("Forwarded", "for=\"[2001:db8::7]:4711\";proto=https;host=\"shop.example.com:8443\""));

        isFrom(seen, "2001:db8::7", "https://shop.example.com:8443");
    }

    @Test
    void nonsense_changes_nothing() {
        Reached seen = seen("10.0.0.1", Map.of("X-Forwarded-Proto", "gopher", "X-Forwarded-For", " , "));

        isFrom(seen, "10.0.0.1", "http://inner.local:8080");
    }

    @Test
    void an_origin_is_ours_if_it_names_our_host_whatever_its_scheme() {
        Reached seen = new Reached("10.0.0.1", "10.0.0.1", "http", "shop.example.com", null, Unheard.NOTHING);

        assertThat(seen.isAt("https://shop.example.com")).isTrue();
        assertThat(seen.isAt("http://SHOP.example.com:80")).isTrue();
        assertThat(seen.isAt("https://shop.example.com:8443")).isFalse();
        assertThat(seen.isAt("https://shop.example.com.evil.example")).isFalse();
        assertThat(seen.isAt("null")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        // Host, X-Forwarded-Host, -Port, -Proto and -Ssl; where the browser is
        "shop.example.com, , , https, , https://shop.example.com",
        "shop.example.com:8443, , , https, , https://shop.example.com:8443",
        "shop.example.com:443, , , https, , https://shop.example.com",
        "shop.example.com, , 443, https, , https://shop.example.com",
        "shop.example.com, , 8443, https, , https://shop.example.com:8443",
        "shop.example.com, , 80, https, , https://shop.example.com",
        "inner:8080, shop.example.com, , https, , https://shop.example.com",
        "inner:8080, shop.example.com, 8443, https, , https://shop.example.com:8443",
        "inner:8080, shop.example.com:9443, 443, https, , https://shop.example.com:9443",
        "inner:8080, 'not a host', , https, , https://inner:8080",
        "shop.example.com, , , , on, https://shop.example.com",
        "shop.example.com, , , http, on, http://shop.example.com",
        "shop.example.com, , , , , http://shop.example.com",
        "shop.example.com, , 8081, , , http://shop.example.com:8081",
        "[2001:db8::1], , , https, , https://[2001:db8::1]"
    })
    void a_port_counts_where_it_was_written(
            String host, String told, String port, String proto, String ssl, String browser) {
        Map<String, String> headers = new HashMap<>(Map.of("Host", host));
        put(headers, "X-Forwarded-Host", told);
        put(headers, "X-Forwarded-Port", port);
        put(headers, "X-Forwarded-Proto", proto);
        put(headers, "X-Forwarded-Ssl", ssl);

        assertThat(seen("10.0.0.1", headers).siteUrl("")).hasToString(browser);
    }

    private static void put(Map<String, String> headers, String name, String value) {
        if (value != null) {
            headers.put(name, value);
        }
    }

    @Test
    void a_prefix_of_a_trusted_proxy_stands_for_the_applications_path() {
        Map<String, String> headers = Map.of("X-Forwarded-Host", "shop.example.com", "X-Forwarded-Prefix", "/shop/");

        assertThat(seen("10.0.0.1", headers).siteUrl("/app")).hasToString("http://shop.example.com/shop");
        assertThat(seen("203.0.113.9", headers).siteUrl("/app")).hasToString("http://inner.local:8080/app");
        assertThat(seen("10.0.0.1", Map.of("X-Forwarded-Prefix", "/a/../b")).siteUrl("/app"))
                .hasToString("http://inner.local:8080/app");
    }

    @Test
    void the_other_kind_of_header_is_passed_over_and_told() {
        Map<String, String> both = Map.of(
                "X-Forwarded-Host", "shop.example.com", "Forwarded", "for=1.1.1.1;proto=https;host=evil.example");

        isFrom(seen("10.0.0.1", both), "10.0.0.1", "http://shop.example.com");
        assertThat(seen("10.0.0.1", both).unheard().headers()).containsExactly("Forwarded");
        isFrom(standard("10.0.0.1", both), "1.1.1.1", "https://evil.example");
        assertThat(standard("10.0.0.1", both).unheard().headers()).containsExactly("X-Forwarded-Host");
        assertThat(seen("203.0.113.9", both).unheard().headers()).containsExactly("X-Forwarded-Host", "Forwarded");
    }

    @Test
    void a_client_that_a_proxy_hides_behind_a_name_is_not_looked_up() {
        isFrom(
                seen("10.0.0.1", Map.of("X-Forwarded-For", "localhost, 10.0.0.2")),
                "10.0.0.2",
                "http://inner.local:8080");
        isFrom(standard("10.0.0.1", Map.of("Forwarded", "for=_hidden")), "10.0.0.1", "http://inner.local:8080");
        isFrom(seen("10.0.0.1", Map.of("X-Forwarded-For", ".:evil.example")), "10.0.0.1", "http://inner.local:8080");
    }

    private static void isFrom(Reached seen, String client, String origin) {
        assertThat(seen.client()).isEqualTo(client);
        assertThat(seen.origin()).isEqualTo(origin);
    }

    private Reached seen(String peer, Map<String, String> headers) {
        return forwarding.reached(Fake.request(peer, headers));
    }

    private static Reached standard(String peer, Map<String, String> headers) {
        return new Forwarding(TRUSTED, ProxyHeader.FORWARDED).reached(Fake.request(peer, headers));
    }
}
