package io.foxden.registration;

import static org.assertj.core.api.Assertions.assertThat;

import io.foxden.Phase;
import io.foxden.installation.InstallRequest;
import io.foxden.installation.Installation;
import io.foxden.installation.Installed;
import io.foxden.problem.Code;
import io.foxden.problem.Problem;
import io.foxden.problem.RefusedException;
import io.foxden.setting.Setting;
import io.foxden.testkit.account.Client;
import io.foxden.testkit.fault.Fault;
import io.foxden.testkit.journal.Credentials;
import io.foxden.testkit.journal.Target;
import io.foxden.world.InWorld;
import io.foxden.world.Problems;
import io.foxden.world.World;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class InstallTest extends InWorld {
    @Test
    void an_install_registers_one_client_with_what_was_told() {
        Installation foxden = world.open();

        Installed installed = World.install(foxden);

        assertThat(installed.registered()).isTrue();
        assertThat(installed.status().phase()).isEqualTo(Phase.REGISTERED);
        assertThat(world.sandbox().postsToClients()).isEqualTo(1);
        Client client = world.sandbox().clients().get(0);
        assertThat(client.redirectUri()).isEqualTo(World.CALLBACK.toString());
        World.details().forEach((name, value) -> assertThat(client.field(name)).isEqualTo(value));
        assertThat(world.sandbox().violations()).isEmpty();
    }

    @Test
    void the_status_names_the_client_that_exists_at_foxy() {
        Installation foxden = world.installed();

        var status = Objects.requireNonNull(foxden.status().client());

        assertThat(status.clientId()).isEqualTo(world.sandbox().clients().get(0).id());
        assertThat(status.redirectUri()).isEqualTo(World.CALLBACK);
        assertThat(status.registeredAt()).isEqualTo(world.clock().instant());
    }

    @Test
    void the_client_id_is_the_vendors_prefix_and_thirty_random_alphanumerics() {
        world.set(Setting.CLIENT_ID_PREFIX, "acme_");

        world.installed();

        assertThat(world.sandbox().clients().get(0).id()).matches("acme_[A-Za-z0-9]{30}");
    }

    @Test
    void what_is_about_to_be_asked_is_on_disk_before_it_is_asked() {
        List<String> onDisk = new ArrayList<>();
        world.sandbox().onRequest(request -> {
            if (request.target() == Target.CREATE_CLIENT) {
                onDisk.add(world.record("client"));
                onDisk.add(world.open().status().phase().word());
            }
        });

        world.installed();

        assertThat(onDisk).hasSize(2);
        assertThat(onDisk.get(0))
                .contains("\"attempt\"", World.CALLBACK.toString())
                .doesNotContain("client_secret");
        assertThat(onDisk.get(1)).isEqualTo("registering");
    }

    @Test
    void the_secret_is_on_disk_sealed_before_anything_else_is_asked() {
        world.sandbox().order(Fault.on(Target.TOKEN).always().html(503));

        Installation foxden = world.installed();

        assertThat(world.sandbox().exchanges())
                .last()
                .satisfies(exchange -> assertThat(exchange.target()).isEqualTo(Target.CREATE_CLIENT));
        assertThat(world.open().status().phase()).isEqualTo(Phase.REGISTERED);
        assertThat(world.record("client"))
                .contains("\"client_secret\"")
                .doesNotContain(world.sandbox().clients().get(0).secret());
        assertThat(foxden.status().problem()).isNull();
    }

    @Test
    void the_registration_is_asked_for_without_credentials() {
        world.installed();

        assertThat(world.sandbox().exchanges())
                .allSatisfy(exchange -> assertThat(exchange.credentials()).isEqualTo(Credentials.NONE));
    }

    @Test
    void a_second_install_finds_nothing_to_do() {
        Installation foxden = world.installed();

        assertThat(World.install(foxden).registered()).isFalse();
        assertThat(World.install(world.open()).registered()).isFalse();
        assertThat(foxden.install(new InstallRequest(null, null, Map.of())).registered())
                .isFalse();
        assertThat(world.sandbox().postsToClients()).isEqualTo(1);
    }

    @Test
    void an_install_for_another_address_is_refused_and_changes_nothing() {
        Installation foxden = world.installed();
        String site = world.record("site");

        Problem problem =
                Problems.of(Code.ALREADY_INSTALLED, () -> foxden.install(World.request("https://other.example.com")));

        assertThat(problem.detail()).contains(World.CALLBACK.toString(), "https://other.example.com/foxden/callback");
        assertThat(world.record("site")).isEqualTo(site);
        assertThat(world.sandbox().postsToClients()).isEqualTo(1);
    }

    @Test
    void a_changed_setting_of_the_address_is_told_as_such_and_not_passed_over() {
        world.installed();
        Installation moved =
                world.set(Setting.SITE_URL, "https://moved.example.com").open();

        Problems.of(Code.ALREADY_INSTALLED, () -> moved.install(new InstallRequest(null, null, Map.of())));
    }

    @Test
    void an_address_other_than_the_setting_says_is_a_bad_request() {
        Installation foxden = world.set(Setting.SITE_URL, World.SITE).open();

        Problem problem =
                Problems.of(Code.BAD_REQUEST, () -> foxden.install(World.request("https://other.example.com")));

        assertThat(problem.detail()).contains("https://other.example.com", World.SITE);
        assertThat(world.sandbox().exchanges()).isEmpty();
    }

    @Test
    void the_address_the_administrator_came_by_is_taken_where_nothing_else_says() {
        Installation foxden = world.open();

        foxden.install(new InstallRequest(null, URI.create(World.SITE), World.details()));

        assertThat(world.sandbox().clients().get(0).redirectUri()).isEqualTo(World.CALLBACK.toString());
    }

    @Test
    void an_address_that_nobody_knows_is_missing() {
        Installation foxden = world.open();

        Problem problem = Problems.of(
                Code.DETAILS_MISSING, () -> foxden.install(new InstallRequest(null, null, World.details())));

        assertThat(problem.detail()).contains("site_url");
    }

    @Test
    void missing_details_are_all_named_and_nothing_is_asked() {
        Installation foxden = world.open();
        Map<String, String> details = new HashMap<>(World.details());
        details.remove("contact_email");
        details.put("contact_phone", "  ");

        Problem problem =
                Problems.of(Code.DETAILS_MISSING, () -> foxden.install(new InstallRequest(World.SITE, null, details)));

        assertThat(problem.detail())
                .contains("contact_email (foxden.contact-email)", "contact_phone (foxden.contact-phone)")
                .doesNotContain("company_name");
        assertThat(world.sandbox().exchanges()).isEmpty();
        assertThat(foxden.status().phase()).isEqualTo(Phase.NEW);
    }

    @Test
    void unknown_fields_are_refused_by_name() {
        Installation foxden = world.open();
        Map<String, String> details = new HashMap<>(World.details());
        details.put("contact_mail", "eve@example.com");

        Problem problem =
                Problems.of(Code.BAD_REQUEST, () -> foxden.install(new InstallRequest(World.SITE, null, details)));

        assertThat(problem.detail()).contains("contact_mail", "contact_email");
    }

    @Test
    void details_given_as_settings_need_not_be_told() {
        world.set(Setting.SITE_URL, World.SITE)
                .set(Setting.COMPANY_NAME, "Set Ltd")
                .set(Setting.CONTACT_NAME, "Eve")
                .set(Setting.CONTACT_EMAIL, "eve@example.com")
                .set(Setting.CONTACT_PHONE, "1");

        world.open().install(new InstallRequest(null, null, Map.of()));

        Client client = world.sandbox().clients().get(0);
        assertThat(client.field("company_name")).isEqualTo("Set Ltd");
        assertThat(client.field("project_name")).isEqualTo("Foxden on shop.example.com");
    }

    @Test
    void bad_settings_forbid_an_install() {
        Installation foxden = world.set(Setting.SCOPE, "everything").open();

        Problems.of(Code.BAD_SETTING, () -> World.install(foxden));

        assertThat(world.sandbox().exchanges()).isEmpty();
    }

    @Test
    void a_refusal_is_shown_with_its_logref_and_leaves_nothing_behind() {
        Installation foxden = world.open();
        world.sandbox().order(Fault.on(Target.CREATE_CLIENT).fxErrors(400, "contact_email is not an e-mail address."));

        RefusedException refused =
                (RefusedException) Problems.thrown(Code.REGISTRATION_REJECTED, () -> World.install(foxden));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.problem().detail()).contains("contact_email is not an e-mail address.");
        assertThat(refused.problem().logref()).startsWith("id-");
        assertThat(foxden.status().phase()).isEqualTo(Phase.NEW);
        assertThat(world.sandbox().postsToClients()).isEqualTo(1);
    }

    @Test
    void after_a_refusal_the_corrected_install_succeeds_with_a_fresh_id() {
        Installation foxden = world.open();
        world.sandbox().order(Fault.on(Target.CREATE_CLIENT).fxErrors(400, "No."));
        Problems.of(Code.REGISTRATION_REJECTED, () -> World.install(foxden));

        assertThat(World.install(foxden).registered()).isTrue();
        assertThat(world.sandbox().postsToClients()).isEqualTo(2);
    }

    @Test
    void what_was_told_before_a_refusal_need_not_be_told_again() {
        Installation foxden = world.open();
        world.sandbox().order(Fault.on(Target.CREATE_CLIENT).fxErrors(400, "No."));
        Problems.of(Code.REGISTRATION_REJECTED, () -> World.install(foxden));

        foxden.install(new InstallRequest(null, null, Map.of("contact_name", "Adam")));

        Client client = world.sandbox().clients().get(0);
        assertThat(client.field("contact_name")).isEqualTo("Adam");
        assertThat(client.field("contact_email")).isEqualTo("eve@example.com");
    }

    @Test
    void a_plan_says_what_would_be_sent_and_sends_nothing() {
        Installation foxden = world.open();

        var plan = foxden.plan(World.request());

        assertThat(plan).isPresent();
        assertThat(plan.get().redirectUri()).isEqualTo(World.CALLBACK);
        assertThat(plan.get().fields())
                .anySatisfy(field -> assertThat(field.value()).isEqualTo("Foxden at Shop & Söhne"));
        assertThat(world.sandbox().exchanges()).isEmpty();
        assertThat(foxden.status().phase()).isEqualTo(Phase.NEW);
        World.install(foxden);
        assertThat(foxden.plan(World.request())).isEmpty();
    }
}
