package io.foxden.registration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is on disk about this installation's clients.
 *
 * @param current the client in use
 * @param candidate one that takes its place once it is connected and has made one good call
 * @param attempt a registration whose answer is not known
 * @param abandoned ids given up, oldest first
 */
public record Journal(
        @Nullable Client current,
        @Nullable Client candidate,
        @Nullable Attempt attempt,
        List<Abandoned> abandoned) {
    /** So many ids given up are remembered; the oldest goes first. */
    private static final int REMEMBERED = 50;

    static final Journal EMPTY = new Journal(null, null, null, List.of());

    public Journal {
        abandoned = List.copyOf(abandoned);
    }

    /** The client that a consent is asked for: the candidate, where there is one. */
    public @Nullable Client newest() {
        return candidate == null ? current : candidate;
    }

    /** The client with this key, in whichever slot. */
    public Optional<Client> client(String key) {
        return Stream.of(Optional.ofNullable(current), Optional.ofNullable(candidate))
                .flatMap(Optional::stream)
                .filter(client -> client.key().equals(key))
                .findFirst();
    }

    /** Whether a registration that succeeds now makes the client in use, rather than a candidate. */
    Slot nextSlot() {
        return current == null ? Slot.CURRENT : Slot.CANDIDATE;
    }

    Journal asking(@Nullable Attempt next) {
        return new Journal(current, candidate, next, abandoned);
    }

    /** With this client in its slot; where the slot was taken, the id in it is to be given up as well. */
    Journal with(Client client) {
        return client.slot() == Slot.CURRENT
                ? new Journal(client, candidate, attempt, abandoned)
                : new Journal(current, client, attempt, abandoned);
    }

    Journal without(Slot slot) {
        return slot == Slot.CURRENT
                ? new Journal(null, candidate, attempt, abandoned)
                : new Journal(current, null, attempt, abandoned);
    }

    Journal givingUp(Abandoned more) {
        List<Abandoned> list = new ArrayList<>(abandoned);
        list.add(more);
        int surplus = Math.max(0, list.size() - REMEMBERED);
        return new Journal(current, candidate, attempt, list.subList(surplus, list.size()));
    }
}
