package io.foxden.servlet;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Has a desk opened for the first request, so that the host's start does not wait for what makes pages. Thread-safe. */
final class Reception {
    private final Supplier<Desk> opening;
    private volatile @Nullable Desk desk;

    Reception(Supplier<Desk> opening) {
        this.opening = opening;
    }

    Desk desk() {
        Desk open = desk;
        return open == null ? opened() : open;
    }

    private synchronized Desk opened() {
        Desk open = desk;
        if (open == null) {
            open = opening.get();
            desk = open;
        }
        return open;
    }
}
