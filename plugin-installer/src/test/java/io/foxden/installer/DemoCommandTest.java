package io.foxden.installer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.foxden.hal.Json;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DemoCommandTest {
    @TempDir
    private Path folder;

    @Test
    void once_tells_every_step_to_a_person() {
        Cli.Run run = new Cli(folder).run("demo", "--once").exits(0);

        assertThat(run.out())
                .contains(
                        "client_id: foxden_",
                        "store_name: Example Store",
                        "A new access token was fetched",
                        "Done, in ");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void once_is_one_document_for_a_script_twice_in_a_row() throws Exception {
        Path home = Files.createDirectory(folder.resolve("home"));

        for (int i = 0; i < 2; i++) {
            Cli.Run run = new Cli(folder)
                    .run("--json", "--home", home.toString(), "demo", "--once")
                    .exits(0);
            assertThat((List<?>) Objects.requireNonNull(run.json().get("steps")))
                    .hasSize(10);
        }
    }

    @Test
    void a_home_with_something_else_in_it_is_left_alone() throws Exception {
        Files.writeString(folder.resolve("precious"), "precious");

        new Cli(folder)
                .run("--json", "--home", folder.toString(), "demo", "--once")
                .fails(2, "wrong_usage");
        new Cli(folder).run("demo", "--port", "65536").complains(2, "wrong_usage");
    }

    @Test
    void staying_up_it_answers_until_it_is_ended_and_leaves_nothing() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home", ""), "bin", "java")
                                .toString(),
                        "-cp",
                        System.getProperty("java.class.path", ""),
                        "io.foxden.installer.Main",
                        "demo",
                        "--json")
                .redirectError(folder.resolve("err").toFile())
                .start();
        try {
            Map<String, Object> document = document(process);
            Path code = Path.of(String.valueOf(document.get("setup_code_file")));

            assertThat(code).exists();
            assertThat(status(URI.create(document.get("address") + "health"))).isEqualTo(200);

            process.destroy();
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            await().untilAsserted(() -> assertThat(code.getParent()).doesNotExist());
        } finally {
            process.destroyForcibly();
        }
    }

    /** The document is complete although the command goes on. */
    private static Map<String, Object> document(Process process) throws Exception {
        BufferedReader reader =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        StringBuilder text = new StringBuilder();
        String line = reader.readLine();
        while (line != null && !line.equals("}")) {
            text.append(line);
            line = reader.readLine();
        }
        return Json.read(text + "}");
    }

    private static int status(URI address) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding())
                .statusCode();
    }
}
