package io.foxden.installer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Processes whose standard output takes nothing: whoever reads the exit status must not take that for done. */
@DisabledOnOs(OS.WINDOWS)
final class OutputTest {
    private static final Path FULL = Path.of("/dev/full");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {"--help", "--version", "install --help --json", "demo --once", "demo --once --json", "demo"})
    void a_full_disk_is_a_failure_that_is_told(String line) throws Exception {
        assumeTrue(Files.exists(FULL), "a file that is always full");

        Process process = start(line).redirectOutput(FULL.toFile()).start();

        assertFailed(process, 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "--version --json"})
    void a_pipe_that_nobody_reads_any_more_is_one(String line) throws Exception {
        // the command begins when the reader has ended
        ProcessBuilder builder = start(line);
        List<String> inShell = new ArrayList<>(List.of(
                "/bin/sh",
                "-c",
                "{ while ! [ -e \"$0\" ]; do :; done; \"$@\"; echo $? >\"$0\"; } | { exec <&-; : >\"$0\"; }; exit $(cat \"$0\")",
                folder.resolve("gone").toString()));
        inShell.addAll(builder.command());
        Process closed = builder.command(inShell).start();

        assertFailed(closed, 1);
    }

    @Test
    void what_failed_anyway_keeps_its_exit_status() throws Exception {
        assumeTrue(Files.exists(FULL), "a file that is always full");

        assertFailed(start("status --json").redirectOutput(FULL.toFile()).start(), 3);
        assertFailed(start("upgrade --json").redirectOutput(FULL.toFile()).start(), 2);
    }

    private ProcessBuilder start(String line) {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home", ""), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Duser.home=" + folder,
                "-cp",
                System.getProperty("java.class.path", ""),
                Main.class.getName()));
        words.addAll(Arrays.asList(line.split(" ")));
        ProcessBuilder builder = new ProcessBuilder(words);
        builder.environment().keySet().removeIf(name -> name.startsWith("FOXDEN_"));
        return builder;
    }

    private static void assertFailed(Process process, int exit) throws IOException, InterruptedException {
        try (InputStream err = process.getErrorStream()) {
            String said = new String(err.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(said).isEqualTo(exit);
            assertThat(said).contains("Standard output cannot be written").doesNotContain("\tat ");
        }
    }
}
