package io.foxden.store;

import java.util.Optional;

/** Somebody else wrote the record in between; nothing was changed. Read it again and decide anew. */
public final class StaleVersionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final long expected;
    private final long found;

    /**
     * @param expected the version the writer had read, 0 for none
     * @param found the version that is there, 0 for none
     */
    public StaleVersionException(String name, long expected, long found) {
        super("Record '" + name + "' is at " + version(found) + ", not at " + version(expected)
                + ": somebody else wrote it in between. Read it again.");
        this.expected = expected;
        this.found = found;
    }

    static void check(String name, long expected, Optional<Entry> now) {
        long found = now.map(Entry::version).orElse(0L);
        if (found != expected) {
            throw new StaleVersionException(name, expected, found);
        }
    }

    public long expected() {
        return expected;
    }

    public long found() {
        return found;
    }

    private static String version(long version) {
        return version == 0 ? "no version" : "version " + version;
    }
}
