package io.foxden.benchmarks.world;

import io.foxden.installation.Machinery;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;

/** The machine's clock, which can be put forward, so that nobody waits two hours for a token to expire. */
public final class MovableClock extends Clock {
    private final AtomicLong aheadMillis = new AtomicLong();

    public void forward(Duration time) {
        aheadMillis.addAndGet(time.toMillis());
    }

    /** The real machinery with this clock. */
    public Machinery machinery() {
        return Machinery.real().withClock(this);
    }

    @Override
    public long millis() {
        return System.currentTimeMillis() + aheadMillis.get();
    }

    @Override
    public Instant instant() {
        return Clock.systemUTC().instant().plusMillis(aheadMillis.get());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    /** Zones are of no interest here. */
    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
