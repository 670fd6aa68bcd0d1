package io.foxden.token;

import io.foxden.problem.Code;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * When Foxy is asked again after a failure. Nothing is ever given up; what stays wrong is asked less and less often.
 */
final class Plan {
    /** Out of reach: soon at first, because most troubles are short; fewer than fifteen times in a day. */
    private static final List<Duration> OUT_OF_REACH = List.of(
            Duration.ofSeconds(2),
            Duration.ofSeconds(30),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(3));

    /** Refused: a stray refusal passes while the access token lives, so at least hourly for as long. */
    private static final List<Duration> REFUSED = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(10),
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofHours(1),
            Duration.ofHours(1),
            Duration.ofHours(2),
            Duration.ofHours(4),
            Duration.ofHours(8),
            Duration.ofDays(1));

    /** Who asks for longer is mistaken, and would stop us for good. */
    private static final Duration LONGEST_WISH = Duration.ofDays(1);

    private static final Duration BRIEF = Duration.ofMinutes(1);
    private static final Duration LONGEST_BRIEF = Duration.ofMinutes(5);
    private static final int LARGEST_SHIFT = 20;
    /** Many installations that met the same trouble must not come back together. */
    private static final int JITTER = 8;

    private Plan() {}

    /**
     * @param times how often it failed in a row, at least 1
     * @param wish how long Foxy asked us to wait at least (RFC 9110, section 10.2.3)
     */
    static Duration wait(Code code, int times, Duration wish, RandomGenerator random) {
        Duration planned = step(code == Code.API_UNREACHABLE ? OUT_OF_REACH : REFUSED, times);
        Duration jittered = planned.plusMillis(random.nextLong(1 + planned.toMillis() / JITTER));
        Duration least = wish.compareTo(LONGEST_WISH) > 0 ? LONGEST_WISH : wish;
        return jittered.compareTo(least) > 0 ? jittered : least;
    }

    /** Whether a token lives so short that to renew it each time would be a storm. */
    static boolean isBrief(Duration lifetime) {
        return lifetime.compareTo(BRIEF) < 0;
    }

    /**
     * How long a token is taken to live: as long as Foxy says; where it says that of one token after the other, longer and
     * longer. Should a token really end before, the API says so.
     *
     * @param brief how many brief ones came in a row, this one included
     */
    static Duration believed(Duration lifetime, int brief) {
        Duration least = Duration.ofSeconds(1L << Math.min(brief / 2, LARGEST_SHIFT));
        Duration bounded = least.compareTo(LONGEST_BRIEF) > 0 ? LONGEST_BRIEF : least;
        return brief == 0 || lifetime.compareTo(bounded) > 0 ? lifetime : bounded;
    }

    /** How old an access token has to be before it is replaced because Foxy refused it, as so many before it. */
    static Duration gap(int refusals) {
        return refusals == 0 ? Duration.ZERO : step(REFUSED, refusals);
    }

    private static Duration step(List<Duration> steps, int times) {
        return steps.get(Math.min(times, steps.size()) - 1);
    }
}
