package io.foxden.setting;

import static io.foxden.setting.DetailField.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.foxden.problem.Code;
import io.foxden.problem.OperatorException;
import io.foxden.words.Words;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProjectDetailsTest {
    private static final ProjectDetails VENDORS =
            new ProjectDetails(Map.of(COMPANY_NAME, "Acme", CONTACT_NAME, "Vera"), Set.of(COMPANY_NAME));

    @Test
    void the_fields_foxy_demands_and_nobody_gave_are_missing() {
        assertThat(ProjectDetails.none().missing())
                .containsExactly(PROJECT_NAME, COMPANY_NAME, CONTACT_NAME, CONTACT_EMAIL, CONTACT_PHONE);
        assertThat(VENDORS.missing()).containsExactly(PROJECT_NAME, CONTACT_EMAIL, CONTACT_PHONE);
    }

    @Test
    void a_request_fills_and_changes_what_the_vendor_left_open() {
        ProjectDetails details =
                VENDORS.with(Map.of(CONTACT_NAME, " Oskar ", COMPANY_URL, "https://acme.example/?x=1"));

        assertThat(details.parameters())
                .containsExactly(
                        Map.entry("company_name", "Acme"),
                        Map.entry("company_url", "https://acme.example/?x=1"),
                        Map.entry("contact_name", "Oskar"));
        assertThat(details.fixedByVendor(COMPANY_NAME)).isTrue();
        assertThat(VENDORS.value(CONTACT_NAME)).contains("Vera");
    }

    @Test
    void a_blank_value_takes_an_open_field_back_and_says_nothing_of_a_fixed_one() {
        ProjectDetails details = VENDORS.with(Map.of(CONTACT_NAME, " ", COMPANY_NAME, ""));

        assertThat(details.values()).containsExactly(Map.entry(COMPANY_NAME, "Acme"));
    }

    @Test
    void the_same_value_for_a_fixed_field_is_no_change() {
        assertThat(VENDORS.with(Map.of(COMPANY_NAME, "Acme"))).isEqualTo(VENDORS);
    }

    @Test
    void everything_wrong_in_a_request_is_reported_together() {
        Map<DetailField, String> request = Map.of(
                COMPANY_NAME, "Other",
                CONTACT_EMAIL, "nobody",
                PROJECT_NAME, "x".repeat(201),
                PROJECT_DESCRIPTION, "two\nlines",
                COMPANY_LOGO, "logo.png");

        assertThatExceptionOfType(OperatorException.class)
                .isThrownBy(() -> VENDORS.with(request))
                .satisfies(thrown -> assertThat(thrown.code()).isEqualTo(Code.BAD_REQUEST))
                .satisfies(thrown -> assertThat(thrown.problem().detail())
                        .contains(
                                "company_name is fixed by the integration's vendor",
                                "contact_email is not an e-mail address",
                                "project_name has 201 characters",
                                "project_description holds a line break",
                                "company_logo does not begin with"));
    }

    @Test
    void a_project_without_a_name_is_named_after_the_site() {
        URI site = URI.create("https://shop.example/app");

        assertThat(VENDORS.withDefaults(site).value(PROJECT_NAME)).contains("Foxden on shop.example");
        assertThat(VENDORS.with(Map.of(PROJECT_NAME, "Own")).withDefaults(site).value(PROJECT_NAME))
                .contains("Own");
    }

    @Test
    void every_field_is_found_by_its_parameter_name() {
        assertThat(DetailField.values()).hasSize(8).allSatisfy(field -> {
            assertThat(DetailField.ofParameter(field.parameter())).contains(field);
            assertThat(field.setting().settingName())
                    .isEqualTo("foxden." + field.parameter().replace('_', '-'));
            assertThat(field.maxLength()).isEqualTo(200);
            assertThat(Words.english().knows(field.label().key())).isTrue();
        });
        assertThat(DetailField.ofParameter("redirect_uri")).isEmpty();
    }
}
