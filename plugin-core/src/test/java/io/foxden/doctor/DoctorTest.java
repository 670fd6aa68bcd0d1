package io.foxden.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.foxden.authorization.Intent;
import io.foxden.installation.InstallRequest;
import io.foxden.installation.Installation;
import io.foxden.problem.Code;
import io.foxden.setting.Setting;
import io.foxden.testkit.fault.Event;
import io.foxden.testkit.fault.Fault;
import io.foxden.testkit.journal.Target;
import io.foxden.world.InWorld;
import io.foxden.world.Problems;
import io.foxden.world.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DoctorTest extends InWorld {
    @Test
    void a_connected_installation_is_well_in_every_respect() {
        Report report = world.connected().doctor();

        assertThat(report.checks()).extracting(Check::verdict).containsOnly(Verdict.OK);
        assertThat(report.checks())
                .extracting(Check::name)
                .containsExactly(
                        "settings",
                        "home",
                        "vault",
                        "records",
                        "application",
                        "site",
                        "registration",
                        "abandoned",
                        "connection",
                        "process",
                        "foxy",
                        "client");
        assertThat(report.checks()).allSatisfy(check -> {
            assertThat(check.remedy()).isNull();
            assertThat(check.code()).isNull();
        });
        assertThat(report.healthy()).isTrue();
    }

    @Test
    void an_examination_changes_nothing() {
        Installation foxden = world.connected();
        foxden.authorization().begin(new Intent(null, null, true));
        Map<String, String> before = world.contents();

        foxden.doctor();

        assertThat(world.contents()).isEqualTo(before);
        assertThat(world.sandbox().clients()).hasSize(1);
        assertThat(world.sandbox().violations()).isEmpty();
    }

    @Test
    void a_new_installation_is_healthy_and_told_what_to_do_next() {
        Report report = world.open().doctor();

        assertThat(report.healthy()).isTrue();
        assertThat(the(report, "site").verdict()).isEqualTo(Verdict.WARNING);
        assertThat(the(report, "site").remedy()).contains("foxden.site-url");
        assertThat(the(report, "registration").verdict()).isEqualTo(Verdict.WARNING);
        assertThat(the(report, "registration").remedy()).isEqualTo(Code.NOT_INSTALLED.remedy());
        assertThat(the(report, "connection").verdict()).isEqualTo(Verdict.WARNING);
        assertThat(report.checks()).noneMatch(check -> check.name().equals("client"));
    }

    @Test
    void each_bad_setting_is_a_failure_of_its_own() {
        world.set(Setting.SCOPE, "everything").set(Setting.HTTP_READ_TIMEOUT, "soon");

        Report report = world.open().doctor();

        assertThat(all(report, "settings")).hasSize(2).extracting(Check::code).containsOnly(Code.BAD_SETTING);
        assertThat(report.healthy()).isFalse();
        assertThat(the(report, "foxy").verdict()).isEqualTo(Verdict.OK);
    }

    @Test
    void a_home_that_is_gone_is_a_failure() throws IOException {
        Installation foxden = world.open();
        Path home = world.home();
        Files.move(home, folder.resolve("elsewhere"));

        assertThat(the(foxden.doctor(), "home").code()).isEqualTo(Code.HOME_UNUSABLE);
    }

    @Test
    void a_home_that_others_can_look_into_is_a_warning() throws IOException {
        Installation foxden = world.connected();
        Files.setPosixFilePermissions(world.home(), PosixFilePermissions.fromString("rwxr-xr-x"));

        Check home = all(foxden.doctor(), "home").stream()
                .filter(check -> check.verdict() == Verdict.WARNING)
                .findFirst()
                .orElseThrow();

        assertThat(home.remedy()).contains("chmod 700");
    }

    @Test
    void a_key_that_others_can_read_is_a_warning() throws IOException {
        world.connected();
        Files.setPosixFilePermissions(world.home().resolve("vault.key"), PosixFilePermissions.fromString("rw-r--r--"));

        Report report = world.open().doctor();

        assertThat(the(report, "vault").verdict()).isEqualTo(Verdict.WARNING);
        assertThat(the(report, "vault").remedy()).contains("chmod 600");
        assertThat(report.healthy()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"vault.key,vault_key_missing", "vault.json,vault_key_missing"})
    void what_is_missing_for_the_next_start_is_told_while_the_key_is_still_in_memory(String file, String code)
            throws IOException {
        Installation foxden = world.connected();
        Path path = world.home().resolve(file);
        Path aside = world.home().resolve("aside");
        Files.move(path, aside);

        Check check = the(foxden.doctor(), "vault");
        assertThat(check.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(check.detail()).contains("after a restart", path.toString());
        assertThat(Objects.requireNonNull(check.code()).word()).isEqualTo(code);
        foxden.refresh();

        Files.move(aside, path);
        assertThat(the(foxden.doctor(), "vault").verdict()).isEqualTo(Verdict.OK);
    }

    @Test
    void a_wrong_key_is_a_failure_and_the_rest_is_examined_all_the_same() {
        world.connected();
        world.set(Setting.VAULT_KEY, Base64.getEncoder().encodeToString(new byte[32]));

        Report report = world.open().doctor();

        assertThat(the(report, "vault").code()).isEqualTo(Code.VAULT_KEY_WRONG);
        assertThat(the(report, "records").verdict()).isEqualTo(Verdict.OK);
        assertThat(the(report, "registration").verdict()).isEqualTo(Verdict.OK);
        assertThat(the(report, "foxy").verdict()).isEqualTo(Verdict.OK);
        assertThat(report.checks()).noneMatch(check -> check.name().equals("client"));
        assertThat(report.healthy()).isFalse();
    }

    @Test
    void a_record_that_was_recovered_is_a_warning() throws IOException {
        Installation foxden = world.connected();
        Files.writeString(world.home().resolve("records/" + world.connectionRecord() + ".json"), "torn");

        Check records = the(foxden.doctor(), "records");

        assertThat(records.verdict()).isEqualTo(Verdict.WARNING);
        assertThat(records.detail()).contains("'connection-default-");
        foxden.refresh();
        assertThat(the(foxden.doctor(), "records").verdict()).isEqualTo(Verdict.OK);
    }

    @Test
    void a_record_that_cannot_be_read_is_a_failure() throws IOException {
        Installation foxden = world.connected();
        Files.writeString(world.home().resolve("records/" + world.connectionRecord() + ".json"), "torn");
        Files.writeString(world.home().resolve("records/" + world.connectionRecord() + ".json.prev"), "torn");

        Report report = foxden.doctor();

        assertThat(the(report, "records").code()).isEqualTo(Code.RECORD_UNREADABLE);
        assertThat(the(report, "connection").code()).isEqualTo(Code.RECORD_UNREADABLE);
        assertThat(the(report, "registration").verdict()).isEqualTo(Verdict.OK);
        assertThat(the(report, "client").verdict()).isEqualTo(Verdict.OK);
    }

    @Test
    void a_site_without_tls_is_a_warning_unless_it_is_this_machine() {
        Check open = the(
                world.set(Setting.SITE_URL, "http://shop.example.com").open().doctor(), "site");
        Check local =
                the(world.set(Setting.SITE_URL, "http://localhost:8080").open().doctor(), "site");
        Check secure = the(
                world.set(Setting.SITE_URL, "https://shop.example.com").open().doctor(), "site");

        assertThat(open.verdict()).isEqualTo(Verdict.WARNING);
        assertThat(open.detail()).contains("http://shop.example.com", "https");
        assertThat(local.verdict()).isEqualTo(Verdict.OK);
        assertThat(secure.verdict()).isEqualTo(Verdict.OK);
        assertThat(secure.detail()).contains(World.CALLBACK.toString());
    }

    @Test
    void a_registration_without_an_answer_is_a_warning() {
        Installation foxden = world.open();
        world.sandbox().order(Fault.on(Target.CREATE_CLIENT).html(502));
        Problems.of(Code.REGISTRATION_AMBIGUOUS, () -> World.install(foxden));

        assertThat(all(foxden.doctor(), "registration")).anySatisfy(check -> {
            assertThat(check.detail()).contains("has no answer");
            assertThat(check.remedy()).isEqualTo(Code.REGISTRATION_AMBIGUOUS.remedy());
        });
    }

    @Test
    void a_client_that_foxy_refuses_is_a_failure() {
        Installation foxden = world.connected();
        world.sandbox().happen(Event.DELETE_CLIENTS);

        Report unnoticed = foxden.doctor();
        assertThat(the(unnoticed, "registration").verdict()).isEqualTo(Verdict.OK);
        assertThat(the(unnoticed, "client").code()).isEqualTo(Code.CLIENT_UNKNOWN);
        Problems.of(Code.CLIENT_UNKNOWN, foxden::refresh);
        Report noticed = foxden.doctor();
        assertThat(the(noticed, "registration").code()).isEqualTo(Code.CLIENT_UNKNOWN);
        assertThat(the(noticed, "client").code()).isEqualTo(Code.CLIENT_UNKNOWN);
        assertThat(noticed.healthy()).isFalse();
    }

    @Test
    void a_client_that_foxy_accepts_again_is_told_to_be_refreshed() {
        Installation foxden = world.connected();
        world.sandbox().order(Fault.on(Target.TOKEN).times(2).oauthError(401, "invalid_client"));
        Problems.of(Code.CLIENT_UNKNOWN, foxden::refresh);

        Check client = the(foxden.doctor(), "client");

        assertThat(client.verdict()).isEqualTo(Verdict.WARNING);
        assertThat(client.remedy()).contains("foxden refresh");
    }

    @Test
    void another_foxy_than_the_one_it_was_registered_with_is_a_failure_and_hears_nothing() {
        world.installed();
        Installation foxden =
                world.set(Setting.API_URL, world.sandbox().twinUrl().toString()).open();

        int before = world.sandbox().exchanges().size();

        assertThat(all(foxden.doctor(), "client")).anySatisfy(check -> {
            assertThat(check.code()).isEqualTo(Code.BAD_SETTING);
            assertThat(check.detail())
                    .contains(
                            world.sandbox().apiUrl().toString(),
                            world.sandbox().twinUrl().toString());
        });
        assertThat(world.sandbox().exchanges()).hasSize(before);
    }

    @Test
    void every_client_that_was_given_up_is_named() {
        Installation foxden = world.installed();
        String first = world.sandbox().clients().get(0).id();
        foxden.reset();
        World.install(foxden);
        String second = world.sandbox().clients().get(1).id();
        foxden.reset();

        assertThat(all(foxden.doctor(), "abandoned"))
                .hasSize(2)
                .allSatisfy(check -> assertThat(check.verdict()).isEqualTo(Verdict.WARNING))
                .extracting(Check::detail)
                .satisfiesExactly(
                        detail -> assertThat(detail).contains(first, "reset"),
                        detail -> assertThat(detail).contains(second, "reset"));
    }

    @Test
    void a_connection_given_up_is_a_warning_and_a_broken_one_a_failure() {
        Installation foxden = world.connected();
        world.sandbox().happen(Event.REVOKE_GRANTS);
        Problems.of(Code.NEEDS_RECONNECT, foxden::refresh);
        Check broken = the(foxden.doctor(), "connection");
        foxden.disconnect();
        Check given = the(foxden.doctor(), "connection");

        assertThat(broken.code()).isEqualTo(Code.NEEDS_RECONNECT);
        assertThat(broken.detail()).contains("invalid_grant");
        assertThat(given.verdict()).isEqualTo(Verdict.WARNING);
    }

    @Test
    void a_foxy_that_does_not_answer_is_a_failure_also_where_its_home_is_still_held() {
        Installation foxden = world.connected();
        assertThat(the(foxden.doctor(), "foxy").verdict()).isEqualTo(Verdict.OK);
        world.sandbox().close();

        Report report = foxden.doctor();

        assertThat(the(report, "foxy").code()).isEqualTo(Code.API_UNREACHABLE);
        assertThat(the(report, "foxy").detail())
                .contains(world.sandbox().apiUrl().getHost());
        assertThat(the(report, "client").code()).isEqualTo(Code.API_UNREACHABLE);
    }

    @Test
    void a_foxy_that_answers_with_something_else_is_a_failure_with_its_logref() {
        Installation foxden = world.installed();
        world.sandbox().order(Fault.on(Target.HOME).fxErrors(403, "Blocked."));

        Check foxy = the(foxden.doctor(), "foxy");

        assertThat(foxy.code()).isEqualTo(Code.API_REFUSED);
        assertThat(foxy.detail()).contains("Blocked.", "logref id-");
    }

    @Test
    void a_home_without_links_or_with_foreign_ones_is_a_failure() {
        Installation foxden = world.installed();
        world.sandbox().order(Fault.on(Target.HOME).with("_links", Map.of("self", Map.of("href", "/"))));
        assertThat(the(foxden.doctor(), "foxy").code()).isEqualTo(Code.LINK_MISSING);

        world.sandbox().behave(b -> b.withLinksToTwin(true));
        assertThat(the(foxden.doctor(), "foxy").code()).isEqualTo(Code.UNTRUSTED_LINK);
    }

    @Test
    void a_token_endpoint_in_trouble_is_a_failure_of_the_client_check() {
        Installation foxden = world.installed();
        world.sandbox().order(Fault.on(Target.TOKEN).html(502));
        assertThat(the(foxden.doctor(), "client").code()).isEqualTo(Code.API_UNREACHABLE);

        world.sandbox().order(Fault.on(Target.TOKEN).oauthError(400, "unauthorized_client"));
        assertThat(the(foxden.doctor(), "client").code()).isEqualTo(Code.API_REFUSED);
    }

    @Test
    void an_installation_made_by_settings_alone_is_well() {
        world.set(Setting.SITE_URL, World.SITE)
                .set(Setting.COMPANY_NAME, "Set Ltd")
                .set(Setting.CONTACT_NAME, "Eve")
                .set(Setting.CONTACT_EMAIL, "eve@example.com")
                .set(Setting.CONTACT_PHONE, "1");
        Installation foxden = world.open();
        foxden.install(new InstallRequest(null, null, Map.of()));

        assertThat(foxden.doctor().healthy()).isTrue();
    }

    private static Check the(Report report, String name) {
        List<Check> checks = all(report, name);
        assertThat(checks).as("checks called %s", name).hasSize(1);
        return Objects.requireNonNull(checks.get(0));
    }

    private static List<Check> all(Report report, String name) {
        return report.checks().stream()
                .filter(check -> check.name().equals(name))
                .toList();
    }
}
