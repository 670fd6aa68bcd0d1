package io.foxden.dist.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.foxden.dist.server.Container;
import io.foxden.testkit.Sandbox;
import io.foxden.testkit.SandboxOptions;
import io.foxden.testkit.browser.Page;
import io.foxden.testkit.fault.Consent;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The server's start waits for nothing of Foxy's. Time says nothing here: Foxy does not answer at all, and is waited for
 * ten minutes, so that a start that asked it would not end within the test.
 */
class UnreachableFoxyIT {
    private static final String PATIENT = "foxden.http.read-timeout=10m";

    @TempDir
    Path folder;

    static Iterable<Container> containers() {
        return Container.all();
    }

    @ParameterizedTest
    @MethodSource("containers")
    void a_new_installation_starts_and_shows_its_page_without_a_word_to_foxy(Container container)
            throws IOException, InterruptedException {
        try (Sandbox foxy = Sandbox.start();
                Blackhole blackhole = Blackhole.open();
                Shop reachable = Shop.in(folder("reachable"), container, foxy);
                Shop unreachable =
                        Shop.in(folder("unreachable"), container, blackhole.url("/"), blackhole.url("/authorize"))) {
            reachable.server().start(PATIENT);
            unreachable.server().start(PATIENT);
            print(container, "new", reachable, unreachable);
            Page page = unreachable.person().signIn(unreachable.page("/"), unreachable.setupCode());
            assertThat(page.text()).contains("Connect this site to Foxy");
            assertThat(blackhole.taken()).isZero();
            assertThat(foxy.exchanges()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("containers")
    void a_connected_installation_starts_and_shows_its_page_while_foxy_says_nothing(Container container)
            throws IOException, InterruptedException {
        Sandbox foxy = Sandbox.start(SandboxOptions.standard().withConsent(Consent.APPROVE));
        try (Shop shop = Shop.in(folder("shop"), container, foxy)) {
            // As long as it takes to start once more: what is held is about to expire, and a refresh is due at once.
            foxy.behave(behaviour -> behaviour.withAccessTokenLifetime(Duration.ofSeconds(2)));
            shop.server().start();
            connect(shop);
            long reachableMillis = restarted(shop);
            int port = foxy.apiUrl().getPort();
            shop.server().stop();
            foxy.close();
            try (Blackhole blackhole = Blackhole.at(port)) {
                shop.server().start(PATIENT);
                System.out.printf(
                        "%s, connected: %d ms with Foxy reachable, %d ms with Foxy silent%n",
                        container, reachableMillis, shop.server().startTime().toMillis());
                assertThat(shop.script().get("status").text("/phase")).isEqualTo("connected");
                await("the refresh that is due").until(() -> blackhole.taken() == 1);
                assertThat(shop.script().get("status").text("/phase")).isEqualTo("connected");
                assertThat(shop.person().open(shop.page("/health")).status()).isEqualTo(200);
                assertThat(blackhole.taken()).as("one refresh at a time").isEqualTo(1);
            }
        } finally {
            foxy.close();
        }
    }

    private static long restarted(Shop shop) throws IOException, InterruptedException {
        shop.server().stop();
        return shop.server().start(PATIENT).startTime().toMillis();
    }

    private static void connect(Shop shop) throws IOException, InterruptedException {
        Script script = shop.script();
        assertThat(script.post("install").status()).isEqualTo(201);
        shop.person().open(URI.create(script.post("connect").text("/start_url")));
        assertThat(script.get("status").text("/phase")).isEqualTo("connected");
    }

    private static void print(Container container, String state, Shop reachable, Shop unreachable) {
        System.out.printf(
                "%s, %s: %d ms with Foxy reachable, %d ms with Foxy silent%n",
                container,
                state,
                reachable.server().startTime().toMillis(),
                unreachable.server().startTime().toMillis());
    }

    private Path folder(String name) throws IOException {
        return Files.createDirectories(folder.resolve(name));
    }
}
