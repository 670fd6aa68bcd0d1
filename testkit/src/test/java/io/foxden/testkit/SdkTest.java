package io.foxden.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.foxden.testkit.fault.Consent;
import io.foxden.testkit.journal.Rule;
import io.foxden.testkit.journal.Target;
import io.foxden.testkit.journal.Violation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Foxy's own JavaScript client, {@code @foxy.io/sdk}, works against the sandbox. Needs Node and npm on the path. */
class SdkTest {
    private static final Path MODULE =
            Path.of(System.getProperty("basedir", "")).toAbsolutePath();
    private static final Path SOURCE = MODULE.resolve("src/test/sdk");
    private static final Path PLACE = MODULE.resolve("target/sdk");

    @BeforeAll
    static void install() throws Exception {
        Files.createDirectories(PLACE);
        for (String file : List.of("package.json", "drive.js")) {
            Files.copy(SOURCE.resolve(file), PLACE.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        if (!wanted().equals(installed())) {
            run(
                    "npm install of Foxy's SDK (it needs the npm registry)",
                    List.of("npm", "install", "--no-package-lock", "--ignore-scripts", "--no-audit", "--no-fund"));
        }
    }

    @Test
    void foxys_own_client_exchanges_refreshes_and_reads_the_store_and_its_customers() throws Exception {
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.standard().withConsent(Consent.APPROVE))) {
            Plugin plugin = Plugin.register(sandbox);

            JsonNode found = drive(sandbox, plugin);

            assertThat(found.path("scope").asText()).isEqualTo("store_full_access store_id_3200");
            assertThat(found.path("sameRefreshToken").asBoolean()).isTrue();
            assertThat(found.path("sameAccessToken").asBoolean(true)).isFalse();
            assertThat(found.path("storeName").asText()).isEqualTo("Example Store");
            assertThat(found.path("emails").asInt()).isEqualTo(45);
            assertThat(found.path("created").asText()).isEqualTo("customer 46 created successfully.");
            assertThat(found.path("changed").asText()).isEqualTo("Noa Ng");
            assertThat(found.path("found").path(0).asText()).isEqualTo("Ng");
            assertThat(found.path("deleted").asText()).isEqualTo("customer 46 deleted successfully.");
            assertThat(found.path("storeNameAfterExpiry").asText()).isEqualTo("Example Store");
            assertThat(sandbox.exchanges(Target.TOKEN))
                    .extracting(e -> String.valueOf(e.grantType()))
                    .containsExactly("authorization_code", "refresh_token", "refresh_token", "refresh_token");
            assertThat(sandbox.violations())
                    .as("it leaves out redirect_uri, and keeps every other rule")
                    .extracting(Violation::rule)
                    .containsExactly(Rule.REDIRECT_URI);
        }
    }

    private static JsonNode drive(Sandbox sandbox, Plugin plugin) throws Exception {
        String printed = run(
                "the script that drives Foxy's SDK",
                List.of(
                        "node",
                        "drive.js",
                        sandbox.apiUrl().toString(),
                        plugin.clientId(),
                        plugin.clientSecret(),
                        plugin.code()));
        return new JsonMapper().readTree(printed);
    }

    private static String wanted() throws IOException {
        return read(PLACE.resolve("package.json"))
                .path("dependencies")
                .path("@foxy.io/sdk")
                .asText();
    }

    private static String installed() throws IOException {
        Path manifest = PLACE.resolve("node_modules/@foxy.io/sdk/package.json");
        return Files.exists(manifest) ? read(manifest).path("version").asText() : "";
    }

    private static JsonNode read(Path json) throws IOException {
        return new JsonMapper().readTree(Files.readString(json));
    }

    /** Gives what was printed; what went wrong is in the failure's message. */
    private static String run(String what, List<String> command) throws Exception {
        Path printed = PLACE.resolve("printed.txt");
        Path errors = PLACE.resolve("errors.txt");
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .directory(PLACE.toFile())
                    .redirectOutput(printed.toFile())
                    .redirectError(errors.toFile())
                    .start();
        } catch (IOException e) {
            throw new AssertionError(
                    "\"" + command.get(0) + "\" cannot be run, and " + what + " needs it. Install Node 18 or newer with"
                            + " npm (Debian: apt-get install nodejs npm; ./verify does it where it may).",
                    e);
        }
        boolean ended = process.waitFor(5, TimeUnit.MINUTES);
        process.destroyForcibly();
        assertThat(ended).as("%s ends within five minutes", what).isTrue();
        assertThat(process.exitValue())
                .as("%s failed: %s%s", what, Files.readString(printed), Files.readString(errors))
                .isZero();
        return Files.readString(printed);
    }
}
