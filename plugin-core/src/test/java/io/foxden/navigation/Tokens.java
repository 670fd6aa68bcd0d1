package io.foxden.navigation;

import io.foxden.foxy.BearerSource;
import io.foxden.secret.Secret;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Renews a token once for all who bring the same, as {@link BearerSource} promises, and counts. */
final class Tokens implements BearerSource {
    private final Supplier<Secret> renewal;
    private final AtomicInteger renewals = new AtomicInteger();
    private final AtomicInteger asked = new AtomicInteger();
    private volatile Secret token;

    Tokens(Secret token, Supplier<Secret> renewal) {
        this.token = token;
        this.renewal = renewal;
    }

    @Override
    public Secret current() {
        return token;
    }

    @Override
    public synchronized Secret renewed(Secret refused) {
        asked.incrementAndGet();
        if (token.equals(refused)) {
            renewals.incrementAndGet();
            token = renewal.get();
        }
        return token;
    }

    int renewals() {
        return renewals.get();
    }

    /** How often somebody came with a refused token. */
    int refusals() {
        return asked.get();
    }
}
