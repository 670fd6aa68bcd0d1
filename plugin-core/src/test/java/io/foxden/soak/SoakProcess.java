package io.foxden.soak;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A {@link SoakProgram} that runs, is stopped, goes on, or was killed. */
final class SoakProcess implements AutoCloseable {
    private static final long WAITS_SECONDS = 3;
    /** Far longer than anything may take: who answers later hangs. */
    private static final long HANGS_SECONDS = 90;

    private static final long GIVEN_UP_SECONDS = 600;

    private final int slot;
    private final Process process;
    private final BufferedReader answers;
    private final Writer orders;
    private final ExecutorService threads;
    private @Nullable CompletableFuture<String> owed;
    private boolean stopped;

    private SoakProcess(int slot, Process process, ExecutorService threads) {
        this.slot = slot;
        this.process = process;
        this.answers = process.inputReader(StandardCharsets.UTF_8);
        this.orders = process.outputWriter(StandardCharsets.UTF_8);
        this.threads = threads;
    }

    /** Starts one; {@link #answer} gives {@code ready}. */
    static SoakProcess start(SoakHome home, Path clock, int slot, ExecutorService threads) throws IOException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-Xmx128m",
                "-Dslf4j.internal.verbosity=ERROR",
                "-cp",
                classPath(),
                SoakProgram.class.getName(),
                home.folder().toString(),
                home.api().toString(),
                home.authorize().toString(),
                clock.toString(),
                Integer.toString(slot));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        SoakProcess started = new SoakProcess(slot, process, threads);
        started.expect();
        return started;
    }

    /** Without the logging library, which takes half of such a process's time to start. */
    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> !entry.contains("logback"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    int slot() {
        return slot;
    }

    boolean stopped() {
        return stopped;
    }

    /** Whether it still has to answer an order. */
    boolean owes() {
        return owed != null;
    }

    void order(String word) throws IOException {
        orders.write(word + "\n");
        orders.flush();
        expect();
    }

    private void expect() {
        owed = CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return String.valueOf(answers.readLine());
                    } catch (IOException e) {
                        return "null";
                    }
                },
                threads);
    }

    /**
     * Waits for the answer to the last order.
     *
     * @param waiting is told if it does not come soon, and again if it does not come for long
     */
    List<String> answer(Waiting waiting) throws Exception {
        CompletableFuture<String> answer = Objects.requireNonNull(owed, "nothing was ordered");
        owed = null;
        String line = within(WAITS_SECONDS, answer);
        if (line == null) {
            waiting.on(this, false);
            line = within(HANGS_SECONDS, answer);
        }
        if (line == null) {
            waiting.on(this, true);
            line = answer.get(GIVEN_UP_SECONDS, TimeUnit.SECONDS);
        }
        return List.of(line.split(SoakProgram.CELL, -1));
    }

    private static @Nullable String within(long seconds, CompletableFuture<String> answer) throws Exception {
        try {
            return answer.get(seconds, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            return null;
        }
    }

    /** Is told of a process that has not answered, for long or not. */
    @FunctionalInterface
    interface Waiting {
        void on(SoakProcess process, boolean forLong) throws Exception;
    }

    void stop() throws IOException, InterruptedException {
        signal("-STOP");
        stopped = true;
    }

    void goOn() throws IOException, InterruptedException {
        signal("-CONT");
        stopped = false;
    }

    private void signal(String name) throws IOException, InterruptedException {
        int exit = new ProcessBuilder("kill", name, Long.toString(process.pid()))
                .inheritIO()
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IOException("kill " + name + " ended with " + exit);
        }
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
        owed = null;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
