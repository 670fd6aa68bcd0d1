package io.foxden.installation;

import static org.assertj.core.api.Assertions.assertThat;

import io.foxden.installation.RegistrationForm.Field;
import io.foxden.problem.Code;
import io.foxden.setting.DetailField;
import io.foxden.setting.Setting;
import io.foxden.testkit.account.Client;
import io.foxden.world.InWorld;
import io.foxden.world.Problems;
import io.foxden.world.World;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RegistrationFormTest extends InWorld {
    @Test
    void a_form_proposes_the_address_the_administrator_came_by() {
        RegistrationForm form = world.open().form(URI.create(World.SITE));

        assertThat(form.siteUrl()).isEqualTo(URI.create(World.SITE));
        assertThat(form.siteUrlFixed()).isFalse();
        assertThat(form.redirectUri()).isEqualTo(World.CALLBACK);
        assertThat(the(form, DetailField.PROJECT_NAME).value()).isEqualTo("Foxden on shop.example.com");
        assertThat(the(form, DetailField.COMPANY_NAME).value()).isEmpty();
    }

    @Test
    void while_nothing_says_where_the_site_is_the_form_leaves_it_open() {
        RegistrationForm form = world.open().form(null);

        assertThat(form.siteUrl()).isNull();
        assertThat(form.redirectUri()).isNull();
    }

    @Test
    void an_address_given_by_a_setting_is_fixed() {
        RegistrationForm form =
                world.set(Setting.SITE_URL, World.SITE).open().form(URI.create("http://127.0.0.1:8080/app"));

        assertThat(form.siteUrl()).isEqualTo(URI.create(World.SITE));
        assertThat(form.siteUrlFixed()).isTrue();
    }

    @Test
    void what_the_vendor_gave_is_fixed_and_what_a_setting_gave_is_a_proposal() throws IOException {
        world.vendor(Map.of("foxden.company-name", "Vendor Inc", "foxden.client-id-prefix", "vendor_"))
                .set(Setting.CONTACT_NAME, "Eve Operator");

        RegistrationForm form = world.open().form(URI.create(World.SITE));

        assertThat(the(form, DetailField.COMPANY_NAME).fixed()).isTrue();
        assertThat(the(form, DetailField.COMPANY_NAME).value()).isEqualTo("Vendor Inc");
        assertThat(the(form, DetailField.CONTACT_NAME).fixed()).isFalse();
        assertThat(the(form, DetailField.CONTACT_NAME).value()).isEqualTo("Eve Operator");
    }

    @Test
    void what_the_vendor_fixed_is_registered_and_cannot_be_changed() throws IOException {
        Installation foxden = world.vendor(
                        Map.of("foxden.company-name", "Vendor Inc", "foxden.client-id-prefix", "vendor_"))
                .open();
        Map<String, String> details = new HashMap<>(World.details());
        InstallRequest other = new InstallRequest(World.SITE, null, details);

        assertThat(Problems.of(Code.BAD_REQUEST, () -> foxden.install(other)).detail())
                .contains("company_name", "vendor");
        assertThat(world.sandbox().exchanges()).isEmpty();

        details.put("company_name", "");
        foxden.install(new InstallRequest(World.SITE, null, details));
        Client client = world.sandbox().clients().get(0);
        assertThat(client.field("company_name")).isEqualTo("Vendor Inc");
        assertThat(client.id()).startsWith("vendor_");
    }

    @Test
    void a_field_that_is_too_long_or_malformed_is_named_with_all_others() {
        Installation foxden = world.open();
        Map<String, String> details = new HashMap<>(World.details());
        details.put("contact_email", "nobody");
        details.put("project_description", "x".repeat(201));

        assertThat(Problems.of(Code.BAD_REQUEST, () -> foxden.install(new InstallRequest(World.SITE, null, details)))
                        .detail())
                .contains("contact_email", "project_description");
    }

    private static Field the(RegistrationForm form, DetailField detail) {
        return form.fields().stream()
                .filter(field -> field.detail() == detail)
                .findFirst()
                .orElseThrow();
    }
}
