package io.foxden.dist.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.foxden.dist.secret.SecretSearch;
import io.foxden.dist.server.Container;
import io.foxden.testkit.Sandbox;
import io.foxden.testkit.browser.Page;
import io.foxden.testkit.journal.Credentials;
import io.foxden.testkit.journal.Exchange;
import io.foxden.testkit.journal.Target;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** From a copied WAR to a connected store, in every container, as a person does it and as a script does it. */
class JourneyIT {
    @TempDir
    Path folder;

    private final Sandbox foxy = Sandbox.start();

    static Iterable<Container> containers() {
        return Container.all();
    }

    @AfterEach
    void stopFoxy() {
        foxy.close();
    }

    @ParameterizedTest
    @MethodSource("containers")
    void a_person_connects_a_store_and_it_stays_connected(Container container)
            throws IOException, InterruptedException {
        try (Shop shop = Shop.in(folder, container, foxy)) {
            shop.server().start();
            System.out.println(
                    container + " with foxden.war: " + shop.server().startTime().toMillis() + " ms");
            String setupCode = shop.setupCode();
            Person person = shop.person();
            Page page = person.signIn(shop.page("/"), setupCode);
            assertThat(page.text()).contains("Connect this site to Foxy");

            Page consent = person.press(page, "/install", "Register and connect");
            Page result = person.press(consent, "/authorize", "Approve");
            assertThat(result.text()).contains("Connected", "Example Store", "store_full_access");
            assertThat(result.uri().toString()).startsWith(shop.page("/").toString());
            page = person.press(person.open(shop.page("/")), "/refresh", "Refresh now");
            assertThat(page.text()).contains("Example Store", "A new access token was fetched");
            String clientId = statusOf(shop, "connected").text("/client/client_id");

            restart(shop);
            assertThat(statusOf(shop, "connected").text("/client/client_id")).isEqualTo(clientId);
            page = person.press(person.open(shop.page("/")), "/refresh", "Refresh now");
            assertThat(page.text()).contains("A new access token was fetched");

            foxyIsContent(clientId);
            assertThat(shop.home().resolve("setup-code")).doesNotExist();
            shop.server().stop();
            stoppedCleanly(shop);
            SecretSearch search = SecretSearch.forSecretsOf(foxy)
                    .and("setup code", setupCode)
                    .and("session", person.session())
                    .and("admin token", Shop.ADMIN_TOKEN)
                    .andVaultKeyOf(shop.home());
            assertThat(shop.secretsFound(search)).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("containers")
    void a_script_and_the_command_line_do_the_same_and_see_what_the_other_did(Container container)
            throws IOException, InterruptedException {
        try (Shop shop = Shop.in(folder, container, foxy)) {
            shop.server().start();
            Script script = shop.script();
            CommandLine cli = shop.commandLine();
            assertThat(script.get("status").text("/phase")).isEqualTo("new");
            assertThat(cli.run("status").text("/phase")).isEqualTo("new");

            assertThat(script.post("install").status()).isEqualTo(201);
            assertThat(script.post("install").status()).isEqualTo(200);
            assertThat(cli.run("install").exit()).isZero();
            String clientId = script.get("status").text("/client/client_id");
            assertThat(cli.run("status").text("/client/client_id")).isEqualTo(clientId);

            approve(shop, script.post("connect").text("/start_url"));
            assertThat(script.get("status").text("/connection/store_name")).isEqualTo("Example Store");
            CommandLine.Result status = cli.run("status");
            assertThat(status.exit()).as(status::messages).isZero();
            assertThat(status.text("/phase")).isEqualTo("connected");

            String before = script.get("status").text("/connection/access_token_expires_at");
            long refreshes = refreshes();
            assertThat(cli.run("refresh").exit()).isZero();
            assertThat(refreshes()).isEqualTo(refreshes + 1);
            assertThat(script.get("status").text("/connection/access_token_expires_at"))
                    .isGreaterThanOrEqualTo(before);

            assertThat(cli.run("disconnect").exit()).isZero();
            assertThat(script.get("status").text("/phase")).isEqualTo("disconnected");
            assertThat(script.post("refresh").text("/code")).isEqualTo("not_connected");
            approve(shop, script.post("connect").text("/start_url"));
            assertThat(cli.run("status").text("/phase")).isEqualTo("connected");
            assertThat(script.post("disconnect").text("/phase")).isEqualTo("disconnected");
            assertThat(cli.run("refresh").exit()).isEqualTo(4);

            foxyIsContent(clientId);
            shop.server().stop();
            SecretSearch search = SecretSearch.forSecretsOf(foxy)
                    .and("setup code", shop.setupCode())
                    .and("admin token", Shop.ADMIN_TOKEN)
                    .andVaultKeyOf(shop.home());
            assertThat(shop.secretsFound(search)).isEmpty();
        }
    }

    @Test
    void a_deployer_that_looks_for_annotations_starts_it_as_well() throws IOException, InterruptedException {
        try (Shop shop = Shop.in(folder, Container.scanning(), foxy)) {
            shop.server().start();
            assertThat(shop.person().open(shop.page("/health")).text()).contains("\"UP\"");
            assertThat(shop.server().log()).containsOnlyOnce("The setup code that opens");
            assertThat(shop.server().log())
                    .contains(shop.home().resolve("setup-code").toString());
            assertThat(shop.server().log()).doesNotContain(shop.setupCode(), "WARN");
        }
    }

    private long refreshes() {
        return foxy.exchanges(Target.TOKEN).stream()
                .filter(call -> "refresh_token".equals(call.grantType()))
                .count();
    }

    /** Restarts as an operator does, and holds that nothing of Foxden's stayed behind. */
    private static void restart(Shop shop) throws IOException, InterruptedException {
        shop.server().stop();
        stoppedCleanly(shop);
        shop.server().start();
    }

    /** Tomcat tells of threads, thread locals and drivers that an application leaves behind. */
    private static void stoppedCleanly(Shop shop) throws IOException {
        assertThat(shop.server().log())
                .doesNotContain("failed to stop it", "failed to remove it", "failed to unregister it", "SEVERE");
    }

    private static Script.Answer statusOf(Shop shop, String phase) throws IOException, InterruptedException {
        Script.Answer status = shop.script().get("status");
        assertThat(status.text("/phase")).isEqualTo(phase);
        return status;
    }

    /** The owner opens a link that a script handed out, in a browser that was never here. */
    private static void approve(Shop shop, String startUrl) {
        Person owner = shop.person();
        Page result = owner.press(owner.open(URI.create(startUrl)), "/authorize", "Approve");
        assertThat(result.status()).isEqualTo(200);
        assertThat(result.text()).contains("Connected").doesNotContain("Example Store");
    }

    private void foxyIsContent(String clientId) {
        assertThat(foxy.violations()).isEmpty();
        assertThat(foxy.postsToClients()).isEqualTo(1);
        assertThat(foxy.exchanges(Target.TOKEN))
                .isNotEmpty()
                .extracting(Exchange::credentials)
                .containsOnly(Credentials.BASIC);
        assertThat(foxy.exchanges(Target.TOKEN)).extracting(Exchange::clientId).containsOnly(clientId);
    }
}
