package io.foxden.event;

import java.time.Instant;

/** Is told what happened, in the thread that did it: quick, and never waiting for the network. May be told by many threads. */
@FunctionalInterface
public interface Listener {
    void heard(Instant at, Event event);
}
