package io.foxden.testkit.journal;

import io.foxden.testkit.wire.Call;
import java.time.Instant;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The journal's page for a request in progress: those who work on it note here what they learn. Safe for use by
 * several threads.
 */
public final class Visit {
    private static final Set<String> CREDENTIALS = Set.of("authorization", "cookie");

    private final Journal journal;
    private Exchange exchange;

    Visit(Journal journal, long number, Instant at, Call call, Target target, @Nullable String grantType) {
        this.journal = journal;
        this.exchange = new Exchange(
                number,
                at,
                call.method(),
                call.origin(),
                call.path(),
                withoutSecrets(call.headers().asMap()),
                target,
                Credentials.NONE,
                grantType,
                null,
                0,
                Ending.OPEN);
    }

    private static Map<String, String> withoutSecrets(Map<String, String> headers) {
        Map<String, String> kept = new TreeMap<>();
        headers.forEach((name, value) -> kept.put(name.toLowerCase(Locale.ROOT), value));
        kept.keySet().removeAll(CREDENTIALS);
        return Collections.unmodifiableMap(kept);
    }

    /** The request as known so far. */
    public synchronized Exchange exchange() {
        return exchange;
    }

    /** Notes who asked. */
    public synchronized void caller(Credentials credentials, @Nullable String clientId) {
        Exchange e = exchange;
        exchange = new Exchange(
                e.number(),
                e.at(),
                e.method(),
                e.origin(),
                e.path(),
                e.headers(),
                e.target(),
                credentials,
                e.grantType(),
                clientId,
                e.status(),
                e.ending());
    }

    /** Notes how it ended; {@code status} is 0 where no answer was sent. */
    public synchronized void end(Ending ending, int status) {
        Exchange e = exchange;
        exchange = new Exchange(
                e.number(),
                e.at(),
                e.method(),
                e.origin(),
                e.path(),
                e.headers(),
                e.target(),
                e.credentials(),
                e.grantType(),
                e.clientId(),
                status,
                ending);
    }

    /** Notes a broken rule. {@code detail} must hold no secret. */
    public void violation(Rule rule, String detail) {
        Exchange e = exchange();
        journal.add(new Violation(rule, e.number(), e.method() + " " + e.path(), detail));
    }
}
