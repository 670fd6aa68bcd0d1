package io.foxden.store;

import io.foxden.file.Steps;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;

/**
 * Measures saving and loading a record beside the plain file operations that they cannot do without, by turns, and says
 * the medians: a program to be started by hand, with a folder on the disk that is meant.
 */
final class StoreSpeed {
    private static final int ROUNDS = 600;
    private static final int QUICK = 100;
    private static final Fields CONTENT =
            Deeds.saying("x".repeat(800)).with("number", 5).with("flag", true);

    private StoreSpeed() {}

    private interface Work {
        void done(int round) throws IOException;
    }

    public static void main(String[] arguments) throws IOException {
        Path home = Files.createTempDirectory(Path.of(arguments[0]), "speed");
        Store store = StoreProgram.open(home, Steps.NONE);
        Deeds.write(store, "client", CONTENT);
        byte[] bytes = Files.readAllBytes(home.resolve("records/client.json"));
        Path plain = Files.write(home.resolve("plain"), bytes);
        compare(
                "durable save",
                round -> save(plain, bytes),
                round -> Deeds.write(store, "client", CONTENT.with("n", round)));
        compare(
                "durable save without trace",
                round -> save(plain, bytes),
                round -> Deeds.forget(store, "client", CONTENT.with("n", round)));
        compare(
                "save soon",
                round -> save(plain, bytes),
                round -> store.change(
                        "soon", now -> Change.to(CONTENT.with("n", round)).soon()));
        for (int i = 0; i < QUICK; i++) {
            compareQuietly(round -> Files.readAllBytes(plain), round -> store.read("client"));
        }
        compare("load", round -> Files.readAllBytes(plain), round -> store.read("client"));
        compare("revision", round -> Files.getLastModifiedTime(plain), round -> store.revision("client"));
        compare(
                "lease",
                round -> Files.readAllBytes(plain),
                round -> store.lease("token", Duration.ZERO).close());
        for (int i = 0; i < 10_000; i++) {
            int number = i;
            store.change(
                    "ticket-" + i, now -> Change.to(CONTENT.with("n", number)).soon());
        }
        compare(
                "durable save beside 10,000",
                round -> save(plain, bytes),
                round -> Deeds.write(store, "client", CONTENT.with("n", round)));
        compare(
                "prune looking at 100 of 10,000",
                round -> save(plain, bytes),
                round -> store.prune("ticket-", entry -> false, 100));
        store.close();
    }

    private static void save(Path file, byte[] bytes) throws IOException {
        Path beside = file.resolveSibling("beside");
        try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(bytes));
            channel.force(true);
        }
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel folder = FileChannel.open(file.getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        }
    }

    /** For what is measured when the compiler has seen it often. */
    private static void compareQuietly(Work plain, Work ours) throws IOException {
        for (int round = 0; round < ROUNDS; round++) {
            plain.done(round);
            ours.done(round);
        }
    }

    private static void compare(String what, Work plain, Work ours) throws IOException {
        long[] base = new long[ROUNDS];
        long[] own = new long[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            base[round] = nanos(plain, round);
            own[round] = nanos(ours, round);
        }
        System.out.printf(
                Locale.ROOT,
                "%-34s plain %8.1f us  ours %8.1f us  ratio %.2f%n",
                what,
                median(base),
                median(own),
                median(own) / median(base));
    }

    private static long nanos(Work work, int round) throws IOException {
        long start = System.nanoTime();
        work.done(round);
        return System.nanoTime() - start;
    }

    /** Of the second half, when all is warm. */
    private static double median(long[] nanos) {
        long[] warm = Arrays.copyOfRange(nanos, nanos.length / 2, nanos.length);
        Arrays.sort(warm);
        return warm[warm.length / 2] / 1000.0;
    }
}
