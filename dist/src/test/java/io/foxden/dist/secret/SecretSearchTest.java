package io.foxden.dist.secret;

import static org.assertj.core.api.Assertions.assertThat;

import io.foxden.testkit.Sandbox;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A search that never finds anything proves nothing: this one finds what is there. */
class SecretSearchTest {
    @TempDir
    Path folder;

    private final Sandbox foxy = Sandbox.start();
    private String clientSecret = "";

    @BeforeEach
    void register() throws IOException, InterruptedException {
        URI createClient = foxy.apiUrl().resolve("/clients");
        HttpRequest request = HttpRequest.newBuilder(createClient)
                .header("FOXY-API-VERSION", "1")
                .header("Accept", "application/hal+json")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("redirect_uri=https%3A%2F%2Fshop.example.com%2Fcallback&project_name=P"
                        + "&company_name=C&contact_name=N&contact_email=n%40example.com&contact_phone=1"))
                .build();
        HttpClient.newHttpClient().send(request, BodyHandlers.discarding());
        clientSecret = foxy.clients().get(0).secret();
    }

    @AfterEach
    void stop() {
        foxy.close();
    }

    @Test
    void a_secret_is_found_in_a_file_of_any_kind() throws IOException {
        byte[] secret = clientSecret.getBytes(StandardCharsets.UTF_8);
        byte[] file = new byte[secret.length + 2];
        file[0] = (byte) 0xff;
        System.arraycopy(secret, 0, file, 1, secret.length);
        Files.write(Files.createDirectories(folder.resolve("records")).resolve("client.tmp"), file);

        assertThat(SecretSearch.forSecretsOf(foxy).in(folder))
                .singleElement()
                .asString()
                .endsWith("records/client.tmp")
                .doesNotContain(clientSecret);
    }

    @Test
    void a_secret_is_found_in_basic_credentials() {
        String basic = foxy.clients().get(0).id() + ":" + clientSecret;
        String header = "Basic " + Base64.getEncoder().encodeToString(basic.getBytes(StandardCharsets.UTF_8));

        assertThat(SecretSearch.forSecretsOf(foxy).in("log", header)).hasSize(1);
    }

    @Test
    void the_vault_key_is_found_everywhere_but_in_its_own_file() throws IOException {
        String key = Base64.getEncoder().encodeToString(new byte[32]);
        Files.writeString(folder.resolve("vault.key"), key);
        SecretSearch search = SecretSearch.forSecretsOf(foxy).andVaultKeyOf(folder);
        assertThat(search.in(folder)).isEmpty();

        Files.writeString(folder.resolve("vault.json"), key);
        Files.write(folder.resolve("core"), new byte[64]);
        assertThat(search.in(folder)).hasSize(2);
    }

    @Test
    void in_an_access_log_only_the_spent_code_is_passed_over() throws IOException {
        String log = "GET /foxden/callback?code=" + clientSecret + "&state=x HTTP/1.1\n";
        Files.writeString(folder.resolve("localhost_access_log.2026-11-23.txt"), log);
        assertThat(SecretSearch.forSecretsOf(foxy).in(folder)).isEmpty();

        Files.writeString(folder.resolve("localhost_access_log.2026-11-24.txt"), log.replace("/callback", "/status"));
        Files.writeString(folder.resolve("catalina.out"), log);
        assertThat(SecretSearch.forSecretsOf(foxy).in(folder)).hasSize(2);
    }
}
