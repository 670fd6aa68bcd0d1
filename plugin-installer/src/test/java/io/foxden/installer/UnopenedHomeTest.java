package io.foxden.installer;

import static org.assertj.core.api.Assertions.assertThat;

import io.foxden.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The status of a home that cannot be opened, or whose vault cannot: still the status document, with why in it. */
final class UnopenedHomeTest {
    @TempDir
    private Path folder;

    private Site site;

    @BeforeEach
    void connect() {
        site = new Site(folder);
        site.install().exits(0);
        site.connect();
    }

    @AfterEach
    void stop() {
        site.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "torn", "{\"format\":99}"})
    void an_identity_damaged_beyond_repair(String content) throws IOException {
        damage(content, "records/installation.json", "records/installation.json.prev");

        tells("record_unreadable");
    }

    @Test
    void a_vault_damaged_beyond_repair() throws IOException {
        damage("torn", "vault.json", "vault.json.copy");

        tells("record_unreadable");
    }

    @Test
    void a_wrong_key() throws IOException {
        damage(Base64.getEncoder().encodeToString(new byte[32]), "vault.key");

        tells("vault_key_wrong");
    }

    @Test
    void a_key_that_is_gone() throws IOException {
        Files.delete(site.home.resolve("vault.key"));

        tells("vault_key_missing");
    }

    private void damage(String content, String... names) throws IOException {
        for (String name : names) {
            Files.writeString(site.home.resolve(name), content);
        }
    }

    private void tells(String code) {
        Map<String, Object> document = site.json("status").exits(1).json();
        assertThat(document.keySet())
                .containsExactly("version", "mode", "phase", "client", "connection", "problem", "warnings");
        assertThat(document)
                .containsEntry("version", Version.TEXT)
                .containsEntry("mode", "distributed")
                .containsEntry("phase", "broken");
        assertThat(document.get("problem")).asString().contains("code=" + code, "detail=", "remedy=");

        Cli.Run run = site.run("status").exits(1);
        assertThat(run.out()).contains("broken", code);
        assertThat(run.err()).isEmpty();
        assertThat(List.of(site.json("doctor").exits(1).json().get("healthy"))).containsExactly(false);
    }
}
