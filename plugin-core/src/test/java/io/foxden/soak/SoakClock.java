package io.foxden.soak;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;

/**
 * Simulated time for all processes, in a file that each of them maps: how far it is ahead of the machine's, and by how much
 * each process's clock lies. Between the leaps it flows as real time does.
 */
final class SoakClock extends Clock {
    /** The one whose clock is right. */
    static final int TRUTH = 0;

    private static final int SLOTS = 16;
    private static final VarHandle MILLIS =
            MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.nativeOrder());

    private final ByteBuffer shared;
    private final int slot;

    private SoakClock(ByteBuffer shared, int slot) {
        this.shared = shared;
        this.slot = slot;
    }

    /** @param slot the process whose clock this is; {@link #TRUTH} for the one that never lies */
    static SoakClock in(Path file, int slot) throws IOException {
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            long bytes = (long) SLOTS * Long.BYTES;
            return new SoakClock(channel.map(FileChannel.MapMode.READ_WRITE, 0, bytes), slot);
        }
    }

    /** Lets time pass for everybody. */
    void pass(Duration time) {
        set(TRUTH, get(TRUTH) + time.toMillis());
    }

    /** From now on that process's clock is wrong by so much. */
    void lie(int process, Duration wrong) {
        set(process, wrong.toMillis());
    }

    /** Goes on, whatever the clocks say. */
    long nanos() {
        return System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(get(TRUTH));
    }

    @Override
    public long millis() {
        return System.currentTimeMillis() + get(TRUTH) + (slot == TRUTH ? 0 : get(slot));
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(millis());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }

    private long get(int at) {
        return (long) MILLIS.getVolatile(shared, at * Long.BYTES);
    }

    private void set(int at, long value) {
        MILLIS.setVolatile(shared, at * Long.BYTES, value);
    }
}
