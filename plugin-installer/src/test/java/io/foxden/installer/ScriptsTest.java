package io.foxden.installer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** How {@code ./foxden} and {@code ./verify} find what they need, on machines made up of a few small scripts. */
@DisabledOnOs(OS.WINDOWS)
final class ScriptsTest {
    private static final Path TOOLS =
            Path.of("..", "scripts", "tools.sh").toAbsolutePath().normalize();

    @TempDir
    private Path folder;

    private final Map<String, String> environment = new TreeMap<>();
    private Path bin = Path.of("");

    @BeforeEach
    void a_machine_with_nothing_but_the_usual_tools() throws IOException {
        bin = Files.createDirectories(folder.resolve("a machine's bin"));
        for (String tool :
                new String[] {"sh", "sed", "head", "readlink", "mktemp", "rm", "env", "cat", "sort", "grep"}) {
            Path found = Files.exists(Path.of("/bin", tool)) ? Path.of("/bin", tool) : Path.of("/usr/bin", tool);
            Files.createSymbolicLink(bin.resolve(tool), found);
        }
        environment.put("PATH", bin.toString());
    }

    @Test
    void the_java_that_JAVA_HOME_names_is_taken_if_it_is_new_enough() throws Exception {
        environment.put("JAVA_HOME", java("mine", "21.0.2").toString());

        assertThat(foundJava()).isEqualTo(folder.resolve("mine").toString());
    }

    @Test
    void an_old_JAVA_HOME_gives_way_to_a_newer_java_on_the_path() throws Exception {
        environment.put("JAVA_HOME", java("old one", "11.0.20").toString());
        Files.createSymbolicLink(bin.resolve("javac"), java("new one", "17.0.1").resolve("bin/javac"));

        assertThat(foundJava()).isEqualTo(folder.resolve("new one").toString());
    }

    @Test
    void versions_as_they_were_numbered_before_9_are_old() throws Exception {
        environment.put("JAVA_HOME", java("ancient", "1.8.0_392").toString());
        Files.createSymbolicLink(bin.resolve("javac"), java("new", "17").resolve("bin/javac"));

        assertThat(foundJava()).isEqualTo(folder.resolve("new").toString());
    }

    @Test
    void a_java_that_cannot_compile_is_passed_over() throws Exception {
        Path runtime = java("runtime", "17");
        Files.delete(runtime.resolve("bin/javac"));
        environment.put("JAVA_HOME", runtime.toString());
        Files.createSymbolicLink(bin.resolve("javac"), java("jdk", "17").resolve("bin/javac"));

        assertThat(foundJava()).isEqualTo(folder.resolve("jdk").toString());
    }

    @Test
    void whoever_may_not_install_is_told_what_to_install() throws Exception {
        tool("apt-get", "exit 99");
        tool("id", "echo 1000");
        tool("sudo", "exit 1");

        Ran ran = run("work=$PWD; get 'a tool' some-package another");

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err()).contains("a tool is missing").contains("sudo apt-get install some-package another");
        assertThat(ran.out()).isEmpty();
    }

    @Test
    void a_machine_without_debians_packages_is_told_what_is_missing() throws Exception {
        Ran ran = run("work=$PWD; get 'a tool' some-package");

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err()).contains("a tool is missing: install it");
    }

    @Test
    void root_installs_the_first_package_that_exists() throws Exception {
        tool("id", "echo 0");
        tool("apt-cache", "case $2 in second) echo '  Candidate: 1.0' ;; *) echo '  Candidate: (none)' ;; esac");
        tool("apt-get", "echo \"$@\" >>" + quoted(folder.resolve("asked")));

        Ran ran = run("work=$PWD; get 'a tool' 'first|second|third' other");

        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.out()).isEmpty();
        assertThat(Files.readString(folder.resolve("asked")))
                .contains(" update\n")
                .contains(" install -y --no-install-recommends second other\n");
    }

    @Test
    void what_the_installation_printed_is_shown_where_it_fails() throws Exception {
        tool("id", "echo 0");
        tool("apt-get", "echo no space left; case \"$*\" in *install*) exit 100 ;; esac");

        Ran ran = run("work=$PWD; get 'a tool' some-package");

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err()).contains("no space left", "a tool could not be installed");
    }

    private String foundJava() throws Exception {
        Ran ran = run("find_java javac && printf '%s' \"$java_home\"");
        assertThat(ran.exit()).as(ran.err()).isZero();
        return ran.out();
    }

    /** A folder that looks like a JDK of this version. */
    private Path java(String name, String version) throws IOException {
        Path home = folder.resolve(name);
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"Test\"\nJAVA_VERSION=\"" + version + "\"\n");
        script(home.resolve("bin/java"), "exit 1");
        script(home.resolve("bin/javac"), "exit 1");
        return home;
    }

    private void tool(String name, String body) throws IOException {
        script(bin.resolve(name), body);
    }

    private static void script(Path path, String body) throws IOException {
        Files.writeString(path, "#!/bin/sh\n" + body + "\n");
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static String quoted(Path path) {
        return "'" + path + "'";
    }

    private Ran run(String script) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                "/bin/sh",
                "-u",
                "-c",
                "root=" + quoted(TOOLS.resolve("../..")) + "; . " + quoted(TOOLS) + "; " + script);
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.directory(Files.createDirectories(folder.resolve("here")).toFile());
        Path err = folder.resolve("err");
        builder.redirectError(err.toFile());
        Process process = builder.start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ran(process.waitFor(), out, Files.readString(err));
    }

    private record Ran(int exit, String out, String err) {}
}
