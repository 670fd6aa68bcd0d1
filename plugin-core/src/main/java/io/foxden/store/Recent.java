package io.foxden.store;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The records read last, each with the {@linkplain io.foxden.file.WholeFile#fingerprint() fingerprint} that its file had
 * before it was read: while the file has that, reading it again would say the same. Safe for many threads.
 */
final class Recent {
    private static final int MOST = 64;

    private final Map<String, Seen> seen = new LinkedHashMap<>(MOST, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Seen> eldest) {
            return size() > MOST;
        }
    };

    private record Seen(long fingerprint, Entry entry) {}

    synchronized Optional<Entry> get(String name, long fingerprint) {
        @Nullable Seen last = seen.get(name);
        return last != null && last.fingerprint == fingerprint ? Optional.of(last.entry) : Optional.empty();
    }

    synchronized void put(long fingerprint, Entry entry) {
        seen.put(entry.name(), new Seen(fingerprint, entry));
    }

    /** So that each record is read from its file again, to see whether that still works. */
    synchronized void clear() {
        seen.clear();
    }
}
