package io.foxden.installation;

import io.foxden.http.HttpAnswer;
import io.foxden.http.HttpRequest;
import io.foxden.http.Wire;
import io.foxden.http.WireException;
import io.foxden.secret.RandomText;
import io.foxden.secret.Secret;
import io.foxden.setting.HttpSettings;
import io.foxden.setting.SiteAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Whether an address leads to this very process. A token that is good for one time is sent there, and who answers it with
 * the word that belongs to it is us: asked from here, or by a browser that opens a link. Kept in memory. Safe for many
 * threads.
 */
public final class Reach {
    /** Below the base path, with the token in the query. */
    public static final String PATH = "/reached";

    private static final HttpSettings BRIEF = new HttpSettings(null, Duration.ofSeconds(2), Duration.ofSeconds(3));
    private static final Duration VALID = Duration.ofMinutes(10);
    private static final int MOST = 100;
    private static final int OK = 200;

    private final Function<HttpSettings, Wire> wires;
    private final RandomText random;
    private final Clock clock;
    private final Map<String, Probe> open = new LinkedHashMap<>();
    private final Set<URI> byBrowser = new LinkedHashSet<>();

    /** @param site that a browser was asked to open; null where the question is our own */
    private record Probe(String word, @Nullable URI site, Instant until) {}

    Reach(Function<HttpSettings, Wire> wires, RandomText random, Clock clock) {
        this.wires = wires;
        this.random = random;
        this.clock = clock;
    }

    /**
     * Asks that address, five seconds at most. Nothing else is asked, no redirect followed, and of the answer no more is
     * told than whether it was ours: whoever gives the address learns nothing of what else may be there.
     */
    public boolean fromHere(SiteAddress site) {
        String token = random.token();
        String word = random.token();
        keep(token, new Probe(word, null, clock.instant().plus(VALID)));
        try (Wire wire = wires.apply(BRIEF)) {
            HttpAnswer answer = wire.send(HttpRequest.get(site.under(PATH + "?token=" + token)));
            return answer.status() == OK
                    && Secret.of(word).matches(answer.text().strip());
        } catch (WireException e) {
            return false;
        } finally {
            take(token);
        }
    }

    /** An address for a browser to open, which shows that it reaches this site there. */
    public URI link(SiteAddress site) {
        String token = random.token();
        keep(token, new Probe(random.token(), site.siteUrl(), clock.instant().plus(VALID)));
        return site.under(PATH + "?token=" + token);
    }

    /** Whether a browser opened a link for this site. */
    public synchronized boolean fromBrowser(SiteAddress site) {
        return byBrowser.contains(site.siteUrl());
    }

    /** The word for a token, once; empty for one that is unknown, used or old. */
    public Optional<String> answer(String token) {
        Probe question = take(token);
        if (question == null || clock.instant().isAfter(question.until())) {
            return Optional.empty();
        }
        note(question.site());
        return Optional.of(question.word());
    }

    private synchronized void keep(String token, Probe question) {
        if (open.size() >= MOST) {
            open.remove(open.keySet().iterator().next());
        }
        open.put(token, question);
    }

    private synchronized @Nullable Probe take(String token) {
        return open.remove(token);
    }

    private synchronized void note(@Nullable URI site) {
        if (site != null && byBrowser.size() < MOST) {
            byBrowser.add(site);
        }
    }
}
