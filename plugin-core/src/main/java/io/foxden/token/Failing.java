package io.foxden.token;

import io.foxden.problem.Code;
import io.foxden.problem.FoxdenException;
import io.foxden.problem.Problem;
import io.foxden.problem.ReconnectException;
import io.foxden.problem.RefusedException;
import io.foxden.problem.TryLaterException;
import java.time.Duration;
import java.time.Instant;

/**
 * That refreshing fails, as it is remembered for all processes and over restarts, so that no number of callers makes
 * Foxy be asked more often than planned.
 *
 * @param problem what the last attempt met
 * @param status the HTTP status of Foxy's answer; 0 where there was none
 * @param since when the first attempt failed
 * @param times how many attempts of our own failed in a row
 * @param lastAttemptAt when the last one failed
 * @param nextAttemptAt when Foxy is asked again without anybody's doing
 */
public record Failing(
        Problem problem, int status, Instant since, int times, Instant lastAttemptAt, Instant nextAttemptAt) {
    /** So far may clocks differ or be set back without meaning anything. */
    private static final Duration TOLERANCE = Duration.ofMinutes(1);

    /** Foxy itself refuses the consent or the client, rather than being out of reach. */
    public boolean refuses() {
        return problem.code() == Code.NEEDS_RECONNECT || problem.code() == Code.CLIENT_UNKNOWN;
    }

    /** Whether Foxy is to be asked now; also where the clock was set back behind the last attempt. */
    boolean due(Instant now) {
        return !now.isBefore(nextAttemptAt) || now.isBefore(lastAttemptAt.minus(TOLERANCE));
    }

    /** The problem with its times, for people. */
    public Problem lasting() {
        return problem.lasting(since, nextAttemptAt);
    }

    /** For callers who want a token while there is none. */
    FoxdenException exception(Instant now) {
        return switch (problem.code()) {
            case NEEDS_RECONNECT -> new ReconnectException(lasting());
            case CLIENT_UNKNOWN, API_REFUSED, LINK_MISSING, UNTRUSTED_LINK -> new RefusedException(lasting(), status);
            default -> new TryLaterException(lasting(), untilNext(now), null);
        };
    }

    private Duration untilNext(Instant now) {
        Duration left = Duration.between(now, nextAttemptAt);
        return left.isNegative() ? Duration.ZERO : left;
    }
}
