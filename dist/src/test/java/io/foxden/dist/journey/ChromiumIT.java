package io.foxden.dist.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.foxden.dist.secret.SecretSearch;
import io.foxden.dist.server.Container;
import io.foxden.testkit.Sandbox;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The job in a real browser, which has its own mind about cookies, at a shop whose host is not Foxy's. */
class ChromiumIT {
    @Test
    void a_person_with_a_real_browser_connects_a_store_in_a_real_server(@TempDir Path folder)
            throws IOException, InterruptedException {
        try (Sandbox foxy = Sandbox.start();
                Shop shop = Shop.in(folder, Container.all().get(0), foxy);
                Chromium browser = Chromium.start(shop.transcript())) {
            shop.server().start();
            String site = shop.page("/").toString().replace("127.0.0.1", "shop.example.com");
            browser.open(URI.create(site));
            browser.type("code", shop.setupCode());
            browser.press("Sign in");
            browser.press("Register and connect");
            assertThat(browser.address().toString())
                    .startsWith(foxy.authorizeUrl().toString());

            browser.press("Approve");
            assertThat(browser.address().toString()).startsWith(site + "connect/result");
            assertThat(browser.text()).contains("Connected", "Example Store", "store_full_access");
            browser.open(URI.create(site));
            browser.press("Refresh now");
            assertThat(browser.text()).contains("Example Store", "A new access token was fetched");

            assertThat(foxy.violations()).isEmpty();
            assertThat(foxy.postsToClients()).isEqualTo(1);
            SecretSearch search = SecretSearch.forSecretsOf(foxy)
                    .and("session", browser.cookie("foxden_session"))
                    .andVaultKeyOf(shop.home());
            assertThat(shop.secretsFound(search)).isEmpty();
        }
    }
}
