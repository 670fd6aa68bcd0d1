package io.foxden.access;

import io.foxden.store.Fields;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the record says. Immutable.
 *
 * @param claimedAt when the setup code was used; null while it was not
 * @param sessions the open ones, oldest first
 * @param loginCodes those not used yet, oldest first
 */
record Facts(@Nullable Instant claimedAt, List<Grant> sessions, List<Grant> loginCodes) {
    static final Duration SESSION = Duration.ofHours(12);
    /** A session that is not used for so long ends. */
    static final Duration IDLE = Duration.ofHours(2);

    static final Duration LOGIN_CODE = Duration.ofMinutes(10);

    private static final int MOST_SESSIONS = 50;
    private static final int MOST_LOGIN_CODES = 20;

    static Facts read(Fields fields) {
        return new Facts(
                fields.instant("claimed_at").orElse(null),
                fields.list("sessions").stream().map(Grant::read).toList(),
                fields.list("login_codes").stream().map(Grant::read).toList());
    }

    /** The record with these facts in it; what else it says stays. */
    Fields in(Fields record) {
        Fields lists = record.withList(
                        "sessions", sessions.stream().map(Grant::fields).toList())
                .withList("login_codes", loginCodes.stream().map(Grant::fields).toList());
        return claimedAt == null ? lists : lists.with("claimed_at", claimedAt);
    }

    boolean claimed() {
        return claimedAt != null;
    }

    /** Without what is over, or was given under a clock that was wrong. */
    Facts at(Instant now) {
        return new Facts(claimedAt, live(sessions, now, SESSION), live(loginCodes, now, LOGIN_CODE));
    }

    Facts claimed(Instant now) {
        return new Facts(now, sessions, loginCodes);
    }

    /** The session that has one of these names. */
    Optional<Grant> session(List<String> hashes) {
        return hashes.stream()
                .flatMap(hash -> sessions.stream().filter(session -> session.isFor(hash)))
                .findFirst();
    }

    Facts withSessionUsed(Grant session, Instant idleAt) {
        return new Facts(
                claimedAt,
                sessions.stream()
                        .map(each -> each.isFor(session.sha256()) ? each.usedUntil(idleAt) : each)
                        .toList(),
                loginCodes);
    }

    /** Without any code that opens one, too; of the sessions only those of these names stay. */
    Facts withSessionsOf(List<String> hashes) {
        return new Facts(
                claimedAt,
                sessions.stream()
                        .filter(session -> hashes.stream().anyMatch(session::isFor))
                        .toList(),
                List.of());
    }

    boolean hasLoginCode(String hash) {
        return has(loginCodes, hash);
    }

    /** With one session more; the oldest goes where there are too many. */
    Facts withSession(Grant session) {
        return new Facts(claimedAt, with(sessions, session, MOST_SESSIONS), loginCodes);
    }

    Facts withoutSession(String hash) {
        return new Facts(claimedAt, without(sessions, hash), loginCodes);
    }

    /** With one code more; the oldest goes where there are too many. */
    Facts withLoginCode(Grant code) {
        return new Facts(claimedAt, sessions, with(loginCodes, code, MOST_LOGIN_CODES));
    }

    Facts withoutLoginCode(String hash) {
        return new Facts(claimedAt, sessions, without(loginCodes, hash));
    }

    private static List<Grant> live(List<Grant> grants, Instant now, Duration longest) {
        return grants.stream().filter(grant -> grant.holds(longest, now)).toList();
    }

    /** Looks at all of them, wherever the right one stands. */
    private static boolean has(List<Grant> grants, String hash) {
        return grants.stream().filter(grant -> grant.isFor(hash)).count() > 0;
    }

    private static List<Grant> with(List<Grant> grants, Grant another, int most) {
        return Stream.concat(grants.stream(), Stream.of(another))
                .skip(Math.max(0, grants.size() + 1 - most))
                .toList();
    }

    private static List<Grant> without(List<Grant> grants, String hash) {
        return grants.stream().filter(grant -> !grant.isFor(hash)).toList();
    }
}
