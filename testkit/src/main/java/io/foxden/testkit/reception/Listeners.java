package io.foxden.testkit.reception;

import io.foxden.testkit.journal.Exchange;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Those who want to know, in the request's own thread, at the two boundaries of its processing. */
public final class Listeners {
    private final List<Consumer<Exchange>> onRequest = new CopyOnWriteArrayList<>();
    private final List<Consumer<Exchange>> afterProcessing = new CopyOnWriteArrayList<>();

    public void onRequest(Consumer<Exchange> listener) {
        onRequest.add(listener);
    }

    public void afterProcessing(Consumer<Exchange> listener) {
        afterProcessing.add(listener);
    }

    void arrived(Exchange exchange) {
        onRequest.forEach(listener -> listener.accept(exchange));
    }

    void processed(Exchange exchange) {
        afterProcessing.forEach(listener -> listener.accept(exchange));
    }
}
