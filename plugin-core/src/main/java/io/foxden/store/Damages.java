package io.foxden.store;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The records found damaged, for one listener; what is found before there is one waits for it. Thread-safe. */
final class Damages {
    private final Queue<String> untold = new ArrayDeque<>();
    private @Nullable Consumer<String> listener;

    synchronized void found(String record) {
        if (listener == null) {
            untold.add(record);
        } else {
            listener.accept(record);
        }
    }

    synchronized void tell(Consumer<String> to) {
        listener = to;
        untold.forEach(to);
        untold.clear();
    }
}
