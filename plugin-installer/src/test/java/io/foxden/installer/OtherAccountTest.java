package io.foxden.installer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.foxden.installer.command.RootCommand;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Root and strangers beside a server that runs under an account of its own: they harm neither it nor themselves. */
@EnabledOnOs(OS.LINUX)
final class OtherAccountTest {
    private static final int SERVER = 23456;
    private static final int STRANGER = 23457;
    private static final String PRECIOUS = "root:x:0:0:precious\n";

    @TempDir
    private Path folder;

    private Site site;
    private String classPath = "";

    @BeforeEach
    void a_connected_home_of_the_servers_account() throws IOException {
        assumeTrue(System.getProperty("user.name", "").equals("root"), "only root can become another account");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        site = new Site(Files.createDirectory(folder.resolve("server")));
        site.install().exits(0);
        site.connect();
        give(folder.resolve("server"), SERVER);
        classPath = readable();
    }

    @AfterEach
    void stop() {
        if (site != null) {
            site.close();
        }
    }

    @Test
    void root_is_refused_with_the_command_to_use_and_the_server_goes_on() throws Exception {
        Process server = start(SERVER, LiveServer.class, serverArguments());
        try (BufferedReader said = server.inputReader(StandardCharsets.UTF_8)) {
            assertThat(said.readLine()).isEqualTo("open");
            Map<Path, String> before = everything();

            for (String line : commands()) {
                Cli.Run run = site.json(line.split(" ")).fails(1, "home_not_ours");

                assertThat(String.valueOf(run.json().get("remedy")))
                        .contains("setpriv --reuid=" + SERVER)
                        .contains("foxden --home " + site.home);
                assertThat(everything()).as(line).isEqualTo(before);
            }
            server.outputWriter().append("refresh\n").flush();
            assertThat(said.readLine()).isEqualTo("connected");
        } finally {
            server.destroy();
            server.waitFor();
        }
    }

    @Test
    void no_link_that_the_account_laid_leads_root_to_overwrite_anything() throws Exception {
        Path precious = Files.writeString(folder.resolve("precious"), PRECIOUS);
        for (Path file : files()) {
            byte[] content = Files.readAllBytes(file);
            link(file, precious);
            for (String line : List.of("status", "doctor", "refresh", "install --dry-run", "reset --without-key")) {
                site.json(line.split(" ")).fails(1, "home_not_ours");
            }
            assertThat(precious).as("%s", file).hasContent(PRECIOUS);
            Files.delete(file);
            Files.write(file, content);
            Files.setAttribute(file, "unix:uid", SERVER);
        }
    }

    /** Root would wait for somebody to write into it. */
    @Test
    void no_pipe_that_the_account_laid_stops_root() throws Exception {
        for (String name : List.of("foxden.properties", "effective.properties")) {
            Path pipe = site.home.resolve(name);
            Files.deleteIfExists(pipe);
            assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                    .isZero();

            site.json("status").fails(1, "home_not_ours");
            Files.delete(pipe);
        }
    }

    @Test
    void a_planted_home_is_opened_by_no_command() throws Exception {
        Path planted = Files.createDirectory(folder.resolve("planted"));
        Files.setPosixFilePermissions(planted, PosixFilePermissions.fromString("rwxrwxrwx"));
        List<String> line = new ArrayList<>(List.of("--home", planted.toString()));
        line.addAll(site.installation("--json"));

        site.cli().run(line.toArray(String[]::new)).fails(1, "home_not_ours");
        site.cli().run("--home", planted.toString(), "status", "--json").fails(1, "home_not_ours");
        assertThat(site.cli()
                        .run("--home", planted.toString(), "doctor")
                        .exits(1)
                        .out())
                .contains("chmod o-w " + planted);
        assertThat(planted).isEmptyDirectory();
    }

    @Test
    void nor_the_account_itself_to_work_with_what_is_elsewhere() throws Exception {
        Path elsewhere = Files.writeString(folder.resolve("elsewhere"), PRECIOUS);
        Files.setAttribute(elsewhere, "unix:uid", SERVER);
        link(site.home.resolve("locks/writers.lock"), elsewhere);

        String said = run(SERVER, Main.class, 1, "--home", site.home.toString(), "--json", "refresh");

        assertThat(said).contains("home_unusable", "writers.lock", "symbolic link");
        assertThat(elsewhere).hasContent(PRECIOUS);
    }

    @Test
    void a_stranger_is_refused_in_the_same_words_be_it_at_the_command_line_or_as_a_server() throws Exception {
        Map<Path, String> before = everything();

        String command = run(STRANGER, Main.class, 1, "--home", site.home.toString(), "--json", "status");
        String server = run(STRANGER, LiveServer.class, 0, serverArguments());

        assertThat(server).startsWith("home_not_ours: ");
        for (String said : List.of(command, server)) {
            assertThat(said)
                    .contains("home_not_ours", site.home + " belongs to the account '" + SERVER + "'")
                    .contains("sudo -u '#" + SERVER + "' foxden --home " + site.home);
        }
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void who_is_the_account_works_on_it_also_from_a_home_that_is_a_link_of_roots() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("link"), site.home);

        String said = run(SERVER, Main.class, 0, "--home", link.toString(), "--json", "status");

        assertThat(said).contains("\"connected\"");
    }

    /** All there are that work on a home, and those that only look in both ways. */
    private static List<String> commands() {
        List<String> lines = new ArrayList<>();
        new CommandLine(new RootCommand()).getSubcommands().forEach((name, command) -> {
            String line = name.equals("api") ? "api GET fx:store" : name.equals("demo") ? "demo --once" : name;
            lines.add(line);
            if (command.getCommandSpec().findOption("--dry-run") != null) {
                lines.add(line + " --dry-run");
            }
        });
        lines.add("reset --without-key");
        lines.add("install --create-home");
        return lines;
    }

    private String[] serverArguments() {
        return new String[] {
            site.home.toString(),
            site.foxy.apiUrl().toString(),
            site.foxy.authorizeUrl().toString()
        };
    }

    private Process start(int account, Class<?> program, String... arguments) throws IOException {
        List<String> line = new ArrayList<>(List.of(
                "setpriv",
                "--reuid=" + account,
                "--regid=" + account,
                "--clear-groups",
                Path.of(System.getProperty("java.home", ""), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Djava.io.tmpdir=" + folder.resolve("tmp"),
                "-cp",
                classPath,
                program.getName()));
        line.addAll(Arrays.asList(arguments));
        ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("FOXDEN_"));
        builder.environment().put("FOXDEN_API_URL", site.foxy.apiUrl().toString());
        builder.environment()
                .put("FOXDEN_AUTHORIZE_URL", site.foxy.authorizeUrl().toString());
        return builder.start();
    }

    private String run(int account, Class<?> program, int exit, String... arguments) throws Exception {
        Process process = start(account, program, arguments);
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isEqualTo(exit);
        return said;
    }

    private void link(Path file, Path target) throws IOException {
        Files.delete(file);
        Files.createSymbolicLink(file, target);
        Files.setAttribute(file, "unix:uid", SERVER, LinkOption.NOFOLLOW_LINKS);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(site.home)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    /** What is there, whose it is and when it was changed. */
    private Map<Path, String> everything() throws IOException {
        Map<Path, String> all = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder.resolve("server"))) {
            for (Path path : paths.toList()) {
                all.put(
                        path,
                        String.valueOf(Files.readAttributes(
                                path, "unix:uid,gid,mode,size,lastModifiedTime", LinkOption.NOFOLLOW_LINKS)));
            }
        }
        return all;
    }

    private static void give(Path top, int account) throws IOException {
        try (Stream<Path> paths = Files.walk(top)) {
            for (Path path : paths.toList()) {
                Files.setAttribute(path, "unix:uid", account, LinkOption.NOFOLLOW_LINKS);
            }
        }
    }

    /** The class path where every account can read it: a repository may be in root's own folder. */
    private String readable() throws IOException {
        Path lib = Files.createDirectory(folder.resolve("lib"));
        Path tmp = Files.createDirectory(folder.resolve("tmp"));
        Files.setPosixFilePermissions(tmp, PosixFilePermissions.fromString("rwxrwxrwx"));
        List<String> entries = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path", "").split(File.pathSeparator, -1)) {
            Path copy = lib.resolve(entries.size() + (entry.endsWith(".jar") ? ".jar" : ""));
            copy(Path.of(entry), copy);
            entries.add(copy.toString());
        }
        return String.join(File.pathSeparator, entries);
    }

    private static void copy(Path from, Path to) throws IOException {
        if (Files.notExists(from)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : paths.toList()) {
                Path copy = path.equals(from)
                        ? to
                        : to.resolve(from.relativize(path).toString());
                Files.copy(path, copy);
                String mode = Files.isDirectory(copy) ? "rwxr-xr-x" : "rw-r--r--";
                Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString(mode));
            }
        }
    }
}
