package io.foxden.dist.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A servlet container with the files of a base folder, as a process on 127.0.0.1. Can be stopped or killed and started
 * again, on the same port. Closing it kills what still runs. For one thread.
 */
public final class ServerProcess implements AutoCloseable {
    /** Servers were seen to start in 2 to 20 seconds on a quiet machine. */
    private static final Duration START = Duration.ofMinutes(4);

    private static final Duration STOP = Duration.ofSeconds(60);
    /** What the shell reports of a process that SIGTERM ended: 128 + 15. */
    private static final int TERMINATED = 143;

    private static final List<String> QUICK = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    private final Container container;
    private final Path base;
    private int port;
    private int starts;
    private boolean changed;
    private Duration startTime = Duration.ZERO;
    private @Nullable Process process;

    private ServerProcess(Container container, Path base) {
        this.container = container;
        this.base = base;
    }

    /** Sets up a container in an empty folder, not started yet. */
    public static ServerProcess in(Path folder, Container container) throws IOException {
        Path base = Files.createDirectories(folder).toRealPath();
        container.layOut(base);
        return new ServerProcess(container, base);
    }

    public Path base() {
        return base;
    }

    /** Copies an archive into the folder that the container deploys from. */
    public ServerProcess deploy(Path archive) throws IOException {
        Files.copy(archive, deployed(archive));
        changed = process == null;
        return this;
    }

    /** Where the container keeps copies of archives also when they are gone; empty where it keeps none. */
    public Optional<Path> copies() {
        return container.copies(base);
    }

    /** Whether {@link #redeploy} needs no restart. */
    public boolean redeploysWhileRunning() {
        return container.redeployed().isPresent();
    }

    /** Puts another archive in the place of one of the same name, and waits until the container has deployed it anew. */
    public ServerProcess redeploy(Path archive) throws IOException {
        Pattern redeployed = container.redeployed().orElseThrow();
        long before = redeployed.matcher(log()).results().count();
        replace(archive);
        await("redeployment in " + container)
                .atMost(START)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> redeployed.matcher(log()).results().count() > before);
        return this;
    }

    /**
     * Puts another archive in the place of one of the same name, in one step. What a stopped container has unpacked of the
     * old one is deleted, as not every container sees that there is a new one.
     */
    public ServerProcess replace(Path archive) throws IOException {
        Path unpacked = deployed(archive)
                .resolveSibling(archive.getFileName().toString().replaceFirst("\\.[jw]ar$", ""));
        if (process == null && Files.isDirectory(unpacked)) {
            Folders.delete(unpacked);
        }
        Path incoming = base.resolve("incoming");
        Files.copy(archive, incoming, StandardCopyOption.REPLACE_EXISTING);
        Files.move(incoming, deployed(archive), StandardCopyOption.REPLACE_EXISTING);
        changed = process == null;
        return this;
    }

    /** Starts the container and waits until it says that everything is deployed. */
    public ServerProcess start(String... systemProperties) throws IOException {
        List<String> options = new ArrayList<>(QUICK);
        options.add("-Xmx" + container.heapMegabytes() + "m");
        for (String property : systemProperties) {
            options.add("-D" + property);
        }
        starts++;
        long before = System.nanoTime();
        ProcessBuilder builder = container.process(base, port, options);
        // Else a server takes no name of an application with more than ASCII, where the tests run without a language.
        builder.environment().put("LC_ALL", "C.UTF-8");
        process = builder.directory(base.toFile())
                .redirectErrorStream(true)
                .redirectOutput(logFile().toFile())
                .start();
        await("start of " + container)
                .atMost(START)
                .pollInterval(Duration.ofMillis(50))
                .until(this::isReady);
        startTime = Duration.ofNanos(System.nanoTime() - before);
        changed = false;
        port = openPort();
        return this;
    }

    /** From the start of the process to all being deployed, the last time; for people to read. */
    public Duration startTime() {
        return startTime;
    }

    /** The number of the process that runs now. */
    public long pid() {
        return running().pid();
    }

    public URI url(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** What the container wrote to its standard output since the last start. */
    public String log() throws IOException {
        return Files.readString(logFile());
    }

    /** Ends the container as an operator does, and waits for it to end by itself. */
    public void stop() throws InterruptedException {
        Process running = running();
        running.destroy();
        assertThat(running.waitFor(STOP.toSeconds(), TimeUnit.SECONDS))
                .as("%s stops", container)
                .isTrue();
        assertThat(running.exitValue()).as("exit of %s", container).isIn(0, TERMINATED);
        process = null;
    }

    /** Ends the container with SIGKILL: it runs nothing any more. */
    public void kill() throws InterruptedException {
        Process running = running();
        List<ProcessHandle> started = running.descendants().toList();
        running.destroyForcibly().waitFor();
        started.forEach(ProcessHandle::destroyForcibly);
        process = null;
    }

    @Override
    public void close() throws InterruptedException {
        if (process != null) {
            kill();
        }
    }

    private Path deployed(Path archive) {
        return container.deployments(base).resolve(archive.getFileName());
    }

    private boolean isReady() throws IOException {
        if (!running().isAlive()) {
            throw new AssertionError(container + " ended while starting:\n" + log());
        }
        Pattern ready = changed ? container.ready() : container.readyAgain();
        return ready.matcher(log()).find();
    }

    private int openPort() throws IOException {
        Matcher line = container.listening().matcher(log());
        assertThat(line.find()).as("the port in the log:%n%s", log()).isTrue();
        return Integer.parseInt(line.group(1));
    }

    private Path logFile() {
        return base.resolve("console-" + starts + ".log");
    }

    private Process running() {
        if (process == null) {
            throw new IllegalStateException(container + " does not run");
        }
        return process;
    }
}
