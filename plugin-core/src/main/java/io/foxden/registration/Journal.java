package io.foxden.registration;

import io.foxden.registration.Abandoned.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is on disk about this installation's client.
 *
 * @param version the record's version, 0 where there is none yet
 * @param client the client in use
 * @param attempt a registration whose answer is not known
 * @param abandoned ids given up, oldest first
 */
public record Journal(
        long version, @Nullable Client client, @Nullable Attempt attempt, List<Abandoned> abandoned) {
    /** So many ids given up are remembered; the oldest goes first. */
    private static final int REMEMBERED = 50;

    static final Journal EMPTY = new Journal(0, null, null, List.of());

    public Journal {
        abandoned = List.copyOf(abandoned);
    }

    /** The client in use, if Foxy has not refused it. */
    public @Nullable Client usableClient() {
        return client == null || client.refused() ? null : client;
    }

    Journal asking(Attempt next) {
        return new Journal(version, client, next, abandoned);
    }

    Journal notAsking() {
        return new Journal(version, client, null, abandoned);
    }

    Journal registered(Client next, Instant now) {
        Journal settled = client == null ? this : giveUp(client.sealedId(), now, Reason.REFUSED);
        return new Journal(version, next, null, settled.abandoned);
    }

    Journal changed(Client next) {
        return new Journal(version, next, attempt, abandoned);
    }

    /** The attempt's id set down as lost, and no attempt any more. */
    Journal attemptLost(Instant now) {
        String id = Objects.requireNonNull(attempt).sealedId();
        return new Journal(version, client, null, giveUp(id, now, Reason.ANSWER_LOST).abandoned);
    }

    Journal forgotten(Instant now) {
        Journal next = this;
        if (next.attempt != null) {
            next = next.attemptLost(now);
        }
        if (next.client != null) {
            next = next.giveUp(next.client.sealedId(), now, Reason.RESET);
        }
        return new Journal(version, null, null, next.abandoned);
    }

    private Journal giveUp(String sealedId, Instant now, Reason reason) {
        List<Abandoned> list = new ArrayList<>(abandoned);
        list.add(new Abandoned(sealedId, now, reason));
        int surplus = Math.max(0, list.size() - REMEMBERED);
        return new Journal(version, client, attempt, list.subList(surplus, list.size()));
    }
}
