package io.foxden.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A home that others can write in, or that is another account's: the host starts, Foxden does not, and says why. */
@DisabledOnOs(OS.WINDOWS)
class ForeignHomeTest {
    private static final String CODE = "23456-789AB-CDEFG-HJKLM";

    @TempDir
    Path folder;

    @Test
    void a_planted_home_is_not_taken_over() throws IOException {
        Path home = Files.createDirectory(folder.resolve("home"));
        Files.writeString(home.resolve("setup-code"), CODE + "\n");
        Files.writeString(home.resolve("vault.key"), Base64.getEncoder().encodeToString(new byte[32]) + "\n");
        allow(home, "rwxrwxrwx");

        try (WebServer server = WebServer.alone(home).start()) {
            assertThat(status(server)).contains("\"home_not_ours\"", "rwxrwxrwx", "chmod o-w " + home);
            assertThat(Call.to(server, "/health").get().statusCode()).isEqualTo(503);
            assertThat(Call.to(server, "/claim").form("code=" + CODE).post().statusCode())
                    .isGreaterThanOrEqualTo(400);
            assertThat(home.toFile().list()).containsExactlyInAnyOrder("setup-code", "vault.key");
        }
    }

    @Test
    void a_home_of_another_account_is_not_worked_on() throws IOException {
        assumeTrue(System.getProperty("user.name").equals("root"), "only root can give a home away");
        Path home = Files.createDirectory(folder.resolve("home"));
        Files.setAttribute(home, "unix:uid", 23456);

        try (WebServer server = WebServer.alone(home).start()) {
            assertThat(status(server))
                    .contains("\"home_not_ours\"", home + " belongs to the account '23456'", "setpriv --reuid=23456");
            assertThat(home).isEmptyDirectory();
        }
    }

    private static String status(WebServer server) {
        return Call.to(server, "/api/v1/status").asAdministrator().get().body();
    }

    private static void allow(Path path, String mode) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
    }
}
