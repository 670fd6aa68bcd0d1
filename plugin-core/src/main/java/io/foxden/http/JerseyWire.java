package io.foxden.http;

import io.foxden.setting.HttpSettings;
import io.foxden.words.Message;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The wire as Jersey's client lays it. A request takes no longer than the connect time-out and the read time-out
 * together, and after it has left no longer than the read time-out, however slowly an answer drips (only the look-up of
 * the host's name is as long as the system's resolver takes); an answer holds up to 5 MiB, packed as well as unpacked.
 * Redirects are not followed, cookies not kept, nothing is asked for compressed (and unpacked all the same where it
 * comes so).
 *
 * <p>Jersey is loaded and set up by the first request, or by {@link #warm}, not before. Nothing of a request or an answer
 * is ever logged.
 */
public final class JerseyWire implements Wire {
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final HttpSettings settings;
    private final Duration grace;
    private final WarmUp warmUp = new WarmUp(() -> sender().prepare());
    private @Nullable JerseySender sender;
    private boolean closed;

    /** With five seconds of grace. */
    public JerseyWire(HttpSettings settings) {
        this(settings, GRACE);
    }

    /** @param grace how long {@link #close} waits for the answer to a request that may have changed something */
    public JerseyWire(HttpSettings settings, Duration grace) {
        this.settings = settings;
        this.grace = grace;
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
            throw new WireException(Message.of("http/closing"), false, null);
        }
        if (sender == null) {
            sender = new JerseySender(settings, new SocketDialer(settings));
        }
        return sender;
    }

    @Override
    public synchronized void warm() {
        if (!closed && sender == null) {
            warmUp.start();
        }
    }

    @Override
    public void close() {
        JerseySender last;
        synchronized (this) {
            closed = true;
            last = sender;
            sender = null;
        }
        warmUp.close();
        if (last != null) {
            last.close(grace);
        }
    }
}
