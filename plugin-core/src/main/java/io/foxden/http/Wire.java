package io.foxden.http;

/** Carries requests to a server. Safe for many threads. */
public interface Wire extends AutoCloseable {
    /**
     * Sends the request and waits for the whole answer. What may change something is sent once, never by itself a
     * second time; a GET once more only where the server had closed the connection before it came. Every status is an
     * answer, redirects included.
     *
     * @throws WireException if no complete answer came; tells whether the request may have arrived
     */
    HttpAnswer send(HttpRequest request) throws WireException;

    /** Gets ready in the background, so that the first request need not; sends nothing. */
    default void warm() {}

    /**
     * Refuses requests from now on and ends those under way, as failed: at once, but for one that may have changed
     * something, whose answer is waited for a few seconds, so that it can still be kept. Then frees all threads and
     * connections. Idempotent.
     */
    @Override
    void close();
}
