package io.foxden.installer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code bin/foxden}, started as root, with a Java that says who runs it and with what. */
@EnabledOnOs(OS.LINUX)
final class LauncherTest {
    private static final Path LAUNCHER =
            Path.of("..", "dist", "src", "main", "zip", "bin", "foxden").toAbsolutePath();
    private static final int DAEMON = 1;
    private static final int NOBODY_KNOWN = 23456;

    @TempDir
    private Path folder;

    private Path java = Path.of("");

    @BeforeEach
    void a_zip_that_all_may_read() throws IOException {
        assumeTrue(System.getProperty("user.name", "").equals("root"), "only root can become another account");
        allow(folder, "rwxr-xr-x");
        for (String each : List.of("zip", "zip/bin", "java", "java/bin")) {
            allow(Files.createDirectory(folder.resolve(each)), "rwxr-xr-x");
        }
        Files.copy(LAUNCHER, folder.resolve("zip/bin/foxden"));
        Files.createFile(folder.resolve("zip/foxden-cli.jar"));
        java = Files.writeString(folder.resolve("java/bin/java"), "#!/bin/sh\necho \"$(id -u):\" \"$@\"\nexit 5\n");
        allow(java, "rwxr-xr-x");
    }

    @Test
    void root_becomes_the_account_that_the_home_belongs_to() throws Exception {
        String home = owned("home", DAEMON).toString();

        assertThat(said("status", "--home", home)).startsWith("1: ").contains("-jar ", "status --home " + home);
        assertThat(said("--home=" + home, "status")).startsWith("1: ");
        assertThat(said("install", "--home", home + "/new/one"))
                .as("a home to be made there")
                .startsWith("1: ");
    }

    @Test
    void also_one_that_has_no_name() throws Exception {
        String home = owned("home", NOBODY_KNOWN).toString();

        assertThat(said("--home", home, "status")).startsWith(NOBODY_KNOWN + ": ");
    }

    @Test
    void a_server_tells_by_its_home_and_before_there_is_one_by_its_applications() throws Exception {
        Files.createDirectories(folder.resolve("server/foxden"));
        owned("server/webapps", NOBODY_KNOWN);
        String server = folder.resolve("server").toString();
        assertThat(said("--server", server, "install")).startsWith(NOBODY_KNOWN + ": ");

        owned("server/foxden/shop", DAEMON);
        assertThat(said("--server", server, "status")).startsWith("1: ");
        assertThat(said("--server=" + server, "--context=shop", "status")).startsWith("1: ");
    }

    @Test
    void in_a_home_of_its_own_root_stays_root() throws Exception {
        String home = owned("home", 0).toString();

        assertThat(said("--home", home, "status")).startsWith("0: ");
        assertThat(said("status")).startsWith("0: ");
    }

    @Test
    void an_account_that_cannot_read_the_command_line_is_told() throws Exception {
        String home = owned("home", DAEMON).toString();
        allow(folder.resolve("zip/foxden-cli.jar"), "rw-------");

        assertThat(run(1, "--home", home, "status")).contains("belongs to 'daemon'", "cannot read");

        allow(folder.resolve("zip/foxden-cli.jar"), "rw-r--r--");
        allow(folder.resolve("java"), "rwx------");
        assertThat(run(1, "--home", home, "status")).contains("belongs to 'daemon'", java.toString());
    }

    private String said(String... arguments) throws Exception {
        return run(5, arguments);
    }

    private String run(int exit, String... arguments) throws Exception {
        List<String> line =
                new ArrayList<>(List.of("sh", folder.resolve("zip/bin/foxden").toString()));
        line.addAll(Arrays.asList(arguments));
        ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("FOXDEN_"));
        builder.environment().put("JAVA_HOME", folder.resolve("java").toString());
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(text).isEqualTo(exit);
        return text;
    }

    private Path owned(String name, int account) throws IOException {
        Path made = Files.createDirectories(folder.resolve(name));
        Files.setAttribute(made, "unix:uid", account);
        return made;
    }

    private static void allow(Path path, String mode) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
    }
}
