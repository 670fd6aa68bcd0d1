package io.foxden.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.foxden.problem.Code;
import io.foxden.problem.OperatorException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SiteAddressTest {
    @Test
    void the_redirect_uri_is_site_and_base_path_and_callback() {
        SiteAddress address = new SiteAddress(URI.create("https://shop.example/app"), "/foxden");

        assertThat(address.baseUrl()).isEqualTo(URI.create("https://shop.example/app/foxden"));
        assertThat(address.redirectUri()).isEqualTo(URI.create("https://shop.example/app/foxden/callback"));
        assertThat(address.under("/connect")).isEqualTo(URI.create("https://shop.example/app/foxden/connect"));
        assertThat(address.cookiePath()).isEqualTo("/app/foxden");
        assertThat(address.https()).isTrue();
    }

    @Test
    void an_application_at_the_root_has_the_root_for_its_cookies() {
        SiteAddress address = new SiteAddress(URI.create("http://localhost:8080"), "");

        assertThat(address.redirectUri()).isEqualTo(URI.create("http://localhost:8080/callback"));
        assertThat(address.cookiePath()).isEqualTo("/");
        assertThat(address.https()).isFalse();
    }

    @Test
    void an_address_is_found_again_from_its_redirect_uri() {
        SiteAddress address = new SiteAddress(URI.create("https://shop.example/app"), "/foxden");

        assertThat(SiteAddress.ofRedirectUri(address.redirectUri(), "/foxden")).contains(address);
        assertThat(SiteAddress.ofRedirectUri(address.redirectUri(), "/other")).isEmpty();
        assertThat(SiteAddress.ofRedirectUri(URI.create("https://shop.example/?x=/foxden/callback"), "/foxden"))
                .isEmpty();
    }

    @Test
    void what_a_person_typed_is_put_in_its_one_form() {
        assertThat(SiteAddress.parse(" HTTPS://Shop.Example:443/App/ ", "/foxden"))
                .isEqualTo(new SiteAddress(URI.create("https://shop.example/App"), "/foxden"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "shop.example", "javascript:alert(1)", "https://u:p4ss@shop.example", "https://x/?a=b"})
    void what_cannot_be_a_site_is_refused_with_the_reason(String site) {
        assertThatExceptionOfType(OperatorException.class)
                .isThrownBy(() -> SiteAddress.parse(site, "/foxden"))
                .withMessageNotContaining("p4ss")
                .satisfies(thrown -> assertThat(thrown.code()).isEqualTo(Code.BAD_REQUEST));
    }

    @Test
    void an_address_whose_redirect_uri_foxy_would_not_take_is_refused() {
        String site = "https://shop.example/" + "x".repeat(180);

        assertThatExceptionOfType(OperatorException.class)
                .isThrownBy(() -> SiteAddress.parse(site, "/foxden"))
                .withMessageContaining("redirect URI of 217 characters");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://shop.example/",
                "HTTPS://shop.example",
                "https://Shop.example",
                "https://shop.example:443"
            })
    void other_writings_of_an_address_are_not_taken_for_it(String site) {
        assertThatIllegalArgumentException().isThrownBy(() -> new SiteAddress(URI.create(site), ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "foxden", "/foxden/", "/a b", "/.."})
    void a_base_path_in_another_form_is_not_taken(String basePath) {
        URI site = URI.create("https://shop.example");

        assertThatIllegalArgumentException().isThrownBy(() -> new SiteAddress(site, basePath));
    }
}
