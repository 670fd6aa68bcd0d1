package io.foxden.installer;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Another process that holds every lock of a home until it is closed. */
final class AllLocks implements AutoCloseable {
    private final Process process;

    private AllLocks(Process process) {
        this.process = process;
    }

    /** @return when they are held */
    static AllLocks of(Path home) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home", ""), "bin", "java")
                                .toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path", ""),
                        AllLocks.class.getName(),
                        home.resolve("locks").toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        if (process.getInputStream().read() != 'h') {
            throw new IllegalStateException("The locks cannot be had");
        }
        return new AllLocks(process);
    }

    /** Holds what is there, says so, and goes on until its input ends. */
    @SuppressWarnings("SystemOut") // that is how it talks to the test that started it
    public static void main(String[] arguments) throws IOException {
        List<FileChannel> held = new ArrayList<>();
        for (Path file : files(Path.of(arguments[0]))) {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                return;
            }
            held.add(channel);
        }
        System.out.write('h');
        System.out.flush();
        while (System.in.read() >= 0) {
            // Nobody says anything.
        }
        for (FileChannel channel : held) {
            channel.close();
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        process.getOutputStream().close();
        if (!process.waitFor(1, TimeUnit.MINUTES)) {
            process.destroyForcibly();
        }
    }
}
