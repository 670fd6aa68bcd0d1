package io.foxden.dist.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.foxden.dist.secret.SecretSearch;
import io.foxden.dist.server.Container;
import io.foxden.testkit.Sandbox;
import io.foxden.testkit.account.Client;
import io.foxden.testkit.browser.Page;
import io.foxden.testkit.journal.Exchange;
import io.foxden.testkit.journal.Rule;
import io.foxden.testkit.journal.Target;
import io.foxden.testkit.journal.Violation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real server that SIGKILL ends when Foxy has done its part and not answered yet, the worst of moments. */
class KilledServerIT {
    @TempDir
    Path folder;

    private final Sandbox foxy = Sandbox.start();

    @AfterEach
    void stopFoxy() {
        foxy.close();
    }

    @Test
    void a_server_killed_during_registration_exchange_and_refresh_ends_up_connected_with_one_client()
            throws IOException, InterruptedException {
        try (Shop shop = Shop.in(folder, Container.all().get(0), foxy)) {
            shop.server().start();
            Person person = shop.person();
            Page form = person.signIn(shop.page("/"), shop.setupCode());

            killAt(shop, Target.CREATE_CLIENT, null, () -> person.press(form, "/install", "Register only"));
            shop.server().start();
            assertThat(shop.script().get("status").text("/phase")).isEqualTo("registering");
            Page consent = person.press(person.open(shop.page("/")), "/install", "Register and connect");

            killAt(shop, Target.TOKEN, "authorization_code", () -> person.press(consent, "/authorize", "Approve"));
            shop.server().start();
            assertThat(shop.script().get("status").text("/phase")).isEqualTo("registered");
            Page again = person.press(person.open(shop.page("/")), "/connect", "Connect");
            assertThat(person.press(again, "/authorize", "Approve").text()).contains("Connected", "Example Store");

            Page connected = person.open(shop.page("/"));
            killAt(shop, Target.TOKEN, "refresh_token", () -> person.press(connected, "/refresh", "Refresh now"));
            shop.server().start();
            Page refreshed = person.press(person.open(shop.page("/")), "/refresh", "Refresh now");
            assertThat(refreshed.text()).contains("A new access token was fetched");
            oneClientIsInUse(shop.script().get("status"));
            SecretSearch search = SecretSearch.forSecretsOf(foxy)
                    .and("session", person.session())
                    .andVaultKeyOf(shop.home());
            assertThat(shop.secretsFound(search)).isEmpty();
        }
    }

    private void oneClientIsInUse(Script.Answer status) {
        assertThat(status.text("/phase")).isEqualTo("connected");
        String inUse = status.text("/client/client_id");
        assertThat(foxy.clients()).extracting(Client::id).contains(inUse);
        assertThat(foxy.exchanges(Target.TOKEN)).extracting(Exchange::clientId).containsOnly(inUse);
        assertThat(foxy.violations())
                .extracting(Violation::rule)
                .containsExactlyInAnyOrder(Rule.CLIENT_ID_TAKEN, Rule.REDIRECT_URI_SHARED);
    }

    /** Does something in the browser, during which the server dies when Foxy has worked on this request. */
    private void killAt(Shop shop, Target target, @Nullable String grantType, Runnable action) {
        AtomicBoolean struck = new AtomicBoolean();
        CompletableFuture<Boolean> dead = new CompletableFuture<>();
        foxy.afterProcessing(exchange -> {
            if (exchange.target() == target
                    && Objects.equals(exchange.grantType(), grantType)
                    && struck.compareAndSet(false, true)) {
                dead.complete(killed(shop));
            }
        });
        assertThatThrownBy(action::run).isInstanceOf(UncheckedIOException.class);
        assertThat(dead).succeedsWithin(Duration.ofMinutes(1)).isEqualTo(true);
    }

    private static boolean killed(Shop shop) {
        try {
            shop.server().kill();
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
