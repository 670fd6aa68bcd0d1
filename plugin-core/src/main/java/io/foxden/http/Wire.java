package io.foxden.http;

/** Carries requests to a server. Safe for many threads. */
public interface Wire extends AutoCloseable {
    /**
     * Sends the request once, never by itself a second time, and waits for the whole answer. Every status is an answer,
     * redirects included.
     *
     * @throws WireException if no complete answer came; tells whether the request may have arrived
     */
    HttpAnswer send(HttpRequest request) throws WireException;

    /** Ends the requests under way, as failed, and frees all threads and connections. Idempotent. */
    @Override
    void close();
}
