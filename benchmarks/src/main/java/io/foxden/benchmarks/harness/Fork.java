package io.foxden.benchmarks.harness;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process that is told things line by line, and answers so. What it writes to standard error is seen by the person. */
public final class Fork implements AutoCloseable {
    private final Process process;
    private final BufferedReader answers;
    private final Writer orders;

    private Fork(Process process) {
        this.process = process;
        this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        this.orders = process.outputWriter(StandardCharsets.UTF_8);
    }

    /** A Java process with our own class path. */
    public static Fork java(Class<?> main, List<String> arguments) throws IOException {
        return java(System.getProperty("java.class.path"), main.getName(), arguments);
    }

    public static Fork java(String classPath, String main, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", classPath, main));
        command.addAll(arguments);
        return command(Path.of(""), command);
    }

    public static Fork command(Path folder, List<String> command) throws IOException {
        return new Fork(new ProcessBuilder(command)
                .directory(folder.toAbsolutePath().toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    public void tell(String order) throws IOException {
        orders.write(order + "\n");
        orders.flush();
    }

    /**
     * The next line that it prints.
     *
     * @throws IOException if it ended instead
     */
    public String answer() throws IOException {
        String line = answers.readLine();
        if (line == null) {
            throw new IOException("A process of the benchmarks ended before it answered; see above for why");
        }
        return line;
    }

    /** All that it prints until it ends. */
    public List<String> rest() {
        return answers.lines().toList();
    }

    public int exitStatus() throws InterruptedException {
        return process.waitFor();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
