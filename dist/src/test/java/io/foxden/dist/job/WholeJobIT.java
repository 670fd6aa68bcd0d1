package io.foxden.dist.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.foxden.dist.server.Container;
import io.foxden.testkit.Sandbox;
import io.foxden.testkit.SandboxOptions;
import io.foxden.testkit.browser.Page;
import io.foxden.testkit.fault.Consent;
import io.foxden.testkit.journal.Credentials;
import io.foxden.testkit.journal.Target;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** In each real server, from the WAR in its deploy folder to a refreshed token. */
final class WholeJobIT {
    private static final Pattern START_URL = Pattern.compile("\"start_url\"\\s*:\\s*\"([^\"]+)\"");

    @TempDir
    private Path folder;

    static Iterable<Container> containers() {
        return Container.all();
    }

    @ParameterizedTest
    @MethodSource("containers")
    void an_administrator_connects_a_store_in_the_browser(Container container) throws Exception {
        try (Sandbox foxy = Sandbox.start();
                DeployedSite site = DeployedSite.start(container, folder, foxy)) {
            String setupCode = site.setupCode();
            assertThat(site.open("/").status()).isEqualTo(401);
            assertThat(site.open("/health").body()).contains("\"UP\"", "\"new\"");

            Page form = site.submit(site.open("/").form("/claim").fill("code", setupCode));
            Page consent = site.submit(form.form("/install")
                    .fill("company_name", "Acme")
                    .fill("contact_name", "Ada")
                    .fill("contact_email", "ada@example.com")
                    .fill("contact_phone", "+1 555 0100")
                    .press("Register and connect"));
            Page result = site.submit(consent.form("/authorize").press("Approve"));
            assertThat(result.text()).contains("Connected");
            assertThat(site.home().resolve("setup-code")).doesNotExist();

            Page page = site.open("/");
            assertThat(page.text()).contains("Example Store", "store_full_access store_id_3200");
            assertThat(site.submit(page.form("/refresh")).text()).contains("A new access token was fetched");

            site.stop();
            site.start();
            assertThat(site.open("/").text()).as("after a restart").contains("Example Store");
            assertOneGoodClient(foxy);
            assertNothingLeaked(foxy, site, List.of(setupCode, site.session()));
            System.out.println(
                    container + " with foxden.war: " + site.server().startTime().toMillis() + " ms");
        }
    }

    @ParameterizedTest
    @MethodSource("containers")
    void a_script_connects_a_store_and_the_command_line_works_beside_it(Container container) throws Exception {
        try (Sandbox foxy = Sandbox.start(SandboxOptions.standard().withConsent(Consent.APPROVE));
                DeployedSite site = DeployedSite.start(container, folder, foxy)) {
            assertThat(site.script("POST", "/install", DeployedSite.DETAILS).statusCode())
                    .isEqualTo(201);
            assertThat(site.script("POST", "/install", DeployedSite.DETAILS).statusCode())
                    .isEqualTo(200);
            assertThat(site.command("connect").exit())
                    .as("a person has to authorize")
                    .isEqualTo(4);

            Matcher start =
                    START_URL.matcher(site.script("POST", "/connect", "").body());
            assertThat(start.find()).isTrue();
            assertThat(site.openAll(URI.create(start.group(1))).text()).contains("Connected");
            assertThat(site.script("GET", "/status", "").body()).contains("\"connected\"", "Example Store");
            assertThat(site.script("POST", "/refresh", "").statusCode()).isEqualTo(200);

            assertThat(site.command("--json", "status").output()).contains("\"connected\"", "Example Store");
            assertThat(site.command("api", "GET", "fx:store").output()).contains("Example Store");
            assertThat(site.command("refresh").exit()).isZero();
            assertThat(site.command("doctor").exit()).isZero();
            assertThat(site.command("disconnect").exit()).isZero();
            assertThat(site.script("GET", "/status", "").body()).contains("\"disconnected\"");
            assertThat(site.script("POST", "/reset", "").statusCode()).isEqualTo(200);
            assertThat(site.command("status").exit())
                    .as("not installed any more")
                    .isEqualTo(3);

            assertOneGoodClient(foxy);
            assertNothingLeaked(foxy, site, List.of());
        }
    }

    @ParameterizedTest
    @MethodSource("containers")
    void a_server_killed_in_the_middle_of_a_registration_ends_with_one_client_in_use(Container container)
            throws Exception {
        try (Sandbox foxy = Sandbox.start(SandboxOptions.standard().withConsent(Consent.APPROVE));
                DeployedSite site = DeployedSite.start(container, folder, foxy)) {
            AtomicBoolean killed = new AtomicBoolean();
            foxy.afterProcessing(exchange -> {
                if (exchange.target() == Target.CREATE_CLIENT && killed.compareAndSet(false, true)) {
                    killQuietly(site);
                }
            });
            try {
                site.script("POST", "/install", DeployedSite.DETAILS);
                throw new AssertionError("the server answered although it was killed");
            } catch (IOException cutOff) {
                site.start();
            }
            assertThat(site.script("GET", "/status", "").body()).contains("\"registering\"");
            assertThat(site.script("POST", "/install", "").statusCode()).isEqualTo(201);
            Matcher start =
                    START_URL.matcher(site.script("POST", "/connect", "").body());
            assertThat(start.find()).isTrue();
            assertThat(site.openAll(URI.create(start.group(1))).text()).contains("Connected");

            String status = site.script("GET", "/status", "").body();
            assertThat(foxy.clients().stream().filter(client -> status.contains(client.id())))
                    .as("the client in use exists at Foxy")
                    .hasSize(1);
            assertThat(site.script("GET", "/doctor", "").body()).contains("answer_lost");
        }
    }

    @Test
    void a_server_starts_without_asking_a_foxy_that_does_not_answer() throws Exception {
        try (ServerSocket blackhole = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            URI nowhere = URI.create("http://127.0.0.1:" + blackhole.getLocalPort() + "/");
            for (Container container : Container.all()) {
                Path own = Files.createDirectory(
                        folder.resolve(container.toString().replace(' ', '-')));
                try (DeployedSite site = DeployedSite.start(container, own, nowhere, nowhere.resolve("authorize"))) {
                    assertThat(site.open("/").status()).isEqualTo(401);
                    System.out.println(container + " with Foxy unreachable: "
                            + site.server().startTime().toMillis() + " ms");
                }
            }
            blackhole.setSoTimeout(1);
            assertThat(calls(blackhole)).as("connections to Foxy").isZero();
        }
    }

    private static int calls(ServerSocket blackhole) throws IOException {
        int calls = 0;
        try {
            while (true) {
                blackhole.accept().close();
                calls++;
            }
        } catch (SocketTimeoutException nobodyWaits) {
            return calls;
        }
    }

    private static void killQuietly(DeployedSite site) {
        try {
            site.kill();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void assertOneGoodClient(Sandbox foxy) {
        assertThat(foxy.postsToClients()).isEqualTo(1);
        assertThat(foxy.violations()).isEmpty();
        assertThat(foxy.exchanges(Target.TOKEN))
                .isNotEmpty()
                .allMatch(exchange -> exchange.credentials() == Credentials.BASIC);
    }

    private static void assertNothingLeaked(Sandbox foxy, DeployedSite site, List<String> more) throws Exception {
        List<String> secrets = new ArrayList<>(foxy.issuedSecrets());
        assertThat(secrets).hasSizeGreaterThan(3);
        secrets.add(Files.readString(site.home().resolve("vault.key")).strip());
        secrets.addAll(more);
        Leak.assertNoneBelow(site.server().base(), secrets);
        // Tomcat logs its own command line, and with it this system property; a file or the environment keeps it out.
        secrets.add(DeployedSite.ADMIN_TOKEN);
        Leak.assertNoneIn(site.seen(), secrets);
    }
}
