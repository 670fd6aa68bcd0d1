package io.foxden.http;

import io.foxden.config.HttpSettings;
import org.jspecify.annotations.Nullable;

/**
 * The wire as Jersey's client lays it, on the Apache connector. A request takes no longer than the connect time-out and
 * the read time-out together, and after it has left no longer than the read time-out, however slowly an answer drips
 * (only the look-up of the host's name is as long as the system's resolver takes); an answer holds up to 5 MiB,
 * packed as well as unpacked. Redirects are not followed, cookies not kept, nothing is asked for compressed (and
 * unpacked all the same where it comes so), nothing is sent twice.
 *
 * <p>Jersey is loaded and set up by the first request, not before. Nothing of a request or an answer is ever logged.
 */
public final class JerseyWire implements Wire {
    private final HttpSettings settings;
    private @Nullable JerseySender sender;
    private boolean closed;

    public JerseyWire(HttpSettings settings) {
        this.settings = settings;
    }

    @Override
    public HttpAnswer send(HttpRequest request) throws WireException {
        // Jersey and its injection find their services by the thread's class loader, which in a container's own
        // threads can be anything.
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(JerseyWire.class.getClassLoader());
        try {
            return sender().send(request);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private synchronized JerseySender sender() throws WireException {
        if (closed) {
            throw new WireException("Foxden is shutting down", false, null);
        }
        if (sender == null) {
            sender = new JerseySender(settings);
        }
        return sender;
    }

    @Override
    public void close() {
        JerseySender last;
        synchronized (this) {
            closed = true;
            last = sender;
            sender = null;
        }
        if (last != null) {
            last.close();
        }
    }
}
