package io.foxden.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until it is told to go on. Safe for use by several threads. */
public final class SteppingClock extends Clock {
    private final Hand hand;
    private final ZoneId zone;

    private SteppingClock(Hand hand, ZoneId zone) {
        this.hand = hand;
        this.zone = zone;
    }

    public static SteppingClock at(Instant start) {
        return new SteppingClock(new Hand(start), ZoneOffset.UTC);
    }

    /** Goes on; or back, where the duration is negative. */
    public void advance(Duration duration) {
        hand.advance(duration);
    }

    @Override
    public Instant instant() {
        return hand.instant();
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    /** The same clock, read in another zone: it goes on together with this one. */
    @Override
    public SteppingClock withZone(ZoneId other) {
        return new SteppingClock(hand, other);
    }

    private static final class Hand {
        private Instant instant;

        private Hand(Instant instant) {
            this.instant = instant;
        }

        private synchronized Instant instant() {
            return instant;
        }

        private synchronized void advance(Duration duration) {
            instant = instant.plus(duration);
        }
    }
}
