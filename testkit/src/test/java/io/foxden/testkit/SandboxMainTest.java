package io.foxden.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SandboxMainTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void a_process_of_its_own_prints_its_addresses_and_serves() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        SandboxMain.class.getName(),
                        "--port",
                        "0",
                        "--auto",
                        "approve")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            JsonNode addresses = new JsonMapper().readTree(lines.readLine());
            Browser browser = new Browser();

            assertThat(browser.open(URI.create(addresses.path("control_url").asText() + "behaviour"))
                            .body())
                    .contains("\"consent\":\"approve\"");
            assertThat(browser.open(URI.create(addresses.path("authorize_url").asText()))
                            .text())
                    .contains("invalid_client");
            assertThat(browser.open(URI.create(addresses.path("twin_url").asText()))
                            .status())
                    .isEqualTo(400);
            assertThat(addresses.path("api_url").asText()).matches("http://127\\.0\\.0\\.1:[0-9]+/");
        } finally {
            process.destroy();
        }
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void help_is_printed() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("Usage:").contains("--auto");
    }

    @Test
    void wrong_usage_exits_with_2_and_says_why() {
        assertThat(run("--prot", "0")).isEqualTo(2);
        assertThat(run("--port", "70000")).isEqualTo(2);
        assertThat(run("--auto", "maybe")).isEqualTo(2);
        assertThat(run("--port")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("no option --prot", "not 70000", "not maybe", "--port needs a value", "Usage:");
        assertThat(out.size()).isZero();
    }

    @Test
    void a_taken_port_exits_with_1() {
        try (Sandbox other = Sandbox.start()) {
            assertThat(run("--port", String.valueOf(other.apiUrl().getPort()))).isEqualTo(1);
            assertThat(err.toString(StandardCharsets.UTF_8)).contains("cannot be used");
        }
    }

    private int run(String... arguments) {
        return SandboxMain.run(
                List.of(arguments),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }
}
