package io.foxden.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A {@link StoreProgram} that runs. */
final class StoreProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader lines;

    private StoreProcess(Process process) {
        this.process = process;
        this.lines = process.inputReader(StandardCharsets.UTF_8);
    }

    static StoreProcess start(Path home, String command, Object argument) throws IOException {
        return start(List.of(), home, command, argument);
    }

    /** @param before what starts the Java process, such as a command that takes privileges away */
    static StoreProcess start(List<String> before, Path home, String command, Object argument) throws IOException {
        List<String> line = new ArrayList<>(before);
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", "-Xmx64m"));
        line.addAll(List.of("-Dslf4j.internal.verbosity=ERROR", "-cp", classPath(), StoreProgram.class.getName()));
        line.addAll(List.of(home.toString(), command, argument.toString()));
        return new StoreProcess(new ProcessBuilder(line)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /** Without the logging library, which takes half of such a process's time to start. */
    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> !entry.contains("logback"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    long pid() {
        return process.pid();
    }

    /** Waits for its next line. */
    String line() throws IOException {
        return String.valueOf(lines.readLine());
    }

    /** Waits for its end; all lines it still says. */
    List<String> rest() throws IOException, InterruptedException {
        try (Stream<String> rest = lines.lines()) {
            List<String> said = rest.toList();
            process.waitFor();
            return said;
        }
    }

    int exit() throws InterruptedException {
        return process.waitFor();
    }

    void mustSucceed() throws InterruptedException {
        assertThat(exit()).isZero();
    }

    /** As kill -9 does; waits until it is gone. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** As Ctrl-Z does: it does nothing, and holds what it holds, until it may {@link #goOn}. */
    void stop() throws IOException, InterruptedException {
        signal("-STOP");
    }

    void goOn() throws IOException, InterruptedException {
        signal("-CONT");
    }

    private void signal(String name) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("kill", name, Long.toString(pid()))
                .inheritIO()
                .start();
        assertThat(kill.waitFor()).isZero();
    }

    /** Gives it a line to read. */
    void tell(String line) throws IOException {
        process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
