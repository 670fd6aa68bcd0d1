package io.foxden.store;

import java.util.concurrent.Callable;

/** A record that many writers count up at once. */
final class Counter {
    private Counter() {}

    static Callable<Void> counting(Store store, int times) {
        return () -> {
            for (int i = 0; i < times; i++) {
                store.change("counter", now -> {
                    Fields content = now.map(Entry::content).orElse(Fields.none());
                    return Change.to(
                            content.with("count", content.number("count").orElse(0) + 1));
                });
            }
            return null;
        };
    }

    static long counted(Store store) {
        return store.read("counter").orElseThrow().content().number("count").orElseThrow();
    }
}
