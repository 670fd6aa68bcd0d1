package io.foxden.foxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedHostsTest {
    private static final TrustedHosts PRODUCTION = new TrustedHosts(URI.create("https://api.foxy.io/"));
    private static final TrustedHosts LOCAL = new TrustedHosts(URI.create("http://127.0.0.1:8080/api/"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://api.foxy.io",
                "https://api.foxy.io/stores/1?a=b#c",
                "https://API.foxy.io:443/",
                "HTTPS://api.foxycart.com/token",
                "https://api.foxycart.com:443/"
            })
    void in_production_both_hosts_of_the_service_are_trusted(String uri) {
        assertThat(PRODUCTION.trusts(URI.create(uri))).isTrue();
        assertThat(new TrustedHosts(URI.create("https://api.foxycart.com")).trusts(URI.create(uri)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://api.foxy.io/",
                "https://api.foxy.io:8443/",
                "https://api.foxy.io@evil.example/",
                "https://user@api.foxy.io/",
                "https://user:password@api.foxy.io/",
                "https://@api.foxy.io/",
                "https://evil.example/#@api.foxy.io/",
                "https://evil.example/?https://api.foxy.io/",
                "https://api.foxy.io.evil.example/",
                "https://evilapi.foxy.io/",
                "https://api.foxy.io./",
                "https://foxy.io/",
                "https://api-sandbox.foxycart.com/",
                "https://auth.foxy.io/",
                "//api.foxy.io/",
                "/stores",
                "stores",
                "",
                "mailto:a@api.foxy.io",
                "javascript:alert(1)",
                "file:///etc/passwd",
                "ftp://api.foxy.io/",
                "https:///",
                "https:api.foxy.io"
            })
    void nothing_else_is_trusted(String uri) {
        assertThat(PRODUCTION.trusts(URI.create(uri))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:8080/x, true",
        "http://127.0.0.1:8081/x, false",
        "http://127.0.0.1/x, false",
        "https://127.0.0.1:8080/x, false",
        "http://localhost:8080/x, false",
        "https://api.foxy.io/, false"
    })
    void elsewhere_only_the_host_of_the_api_url_is_trusted(String uri, boolean trusted) {
        assertThat(LOCAL.trusts(URI.create(uri))).isEqualTo(trusted);
    }

    @Test
    void the_sandbox_of_foxy_has_no_twin() {
        TrustedHosts sandbox = new TrustedHosts(URI.create("https://api-sandbox.foxycart.com/"));
        assertThat(sandbox.trusts(URI.create("https://api-sandbox.foxycart.com/token")))
                .isTrue();
        assertThat(sandbox.trusts(URI.create("https://api.foxycart.com/token"))).isFalse();
    }

    @Test
    void an_api_url_under_a_name_of_production_but_another_scheme_or_port_has_no_twin() {
        assertThat(new TrustedHosts(URI.create("http://api.foxy.io/")).trusts(URI.create("https://api.foxycart.com/")))
                .isFalse();
        assertThat(new TrustedHosts(URI.create("https://api.foxy.io:8443/"))
                        .trusts(URI.create("https://api.foxycart.com/")))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "ftp://a/", "mailto:a@b", "https://user@api.foxy.io/"})
    void an_api_url_must_be_a_plain_web_address(String uri) {
        assertThatThrownBy(() -> new TrustedHosts(URI.create(uri))).isInstanceOf(IllegalArgumentException.class);
    }
}
