package io.foxden.servlet.exchange;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Takes a body off the connection as it comes, within a time for the whole, so that no thread of the server's waits for
 * whoever sends it (Servlet 6.0, section 3.7). Ends once: the request is then dispatched anew, or completed.
 */
final class Intake implements ReadListener, AsyncListener {
    /** How a body ended. */
    enum End {
        WHOLE,
        LATE,
        BROKEN
    }

    /** What is more than is kept is thrown away, so that the client hears the answer; Tomcat takes as much (maxSwallowSize). */
    static final int MOST = 2 * 1024 * 1024;

    private static final int CHUNK = 8 * 1024;
    /** Tomcat asks the servlet at the end of the chain, which never sees the request, whether it can wait. */
    private static final String TOMCATS_ASYNC_SUPPORTED = "org.apache.catalina.ASYNC_SUPPORTED";

    private final ServletInputStream in;
    private final AsyncContext async;
    private final int kept;
    private final long deadline;
    private final Consumer<AsyncContext> then;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final AtomicReference<@Nullable End> end = new AtomicReference<>();
    private final byte[] chunk = new byte[CHUNK];
    private int taken;

    private Intake(
            ServletInputStream in, AsyncContext async, int kept, Duration patience, Consumer<AsyncContext> then) {
        this.in = in;
        this.async = async;
        this.kept = kept;
        this.deadline = System.nanoTime() + patience.toNanos();
        this.then = then;
    }

    /** Whether this request can wait without a thread. */
    static boolean isPossible(HttpServletRequest request) {
        if (!request.isAsyncSupported()) {
            request.setAttribute(TOMCATS_ASYNC_SUPPORTED, true);
        }
        return request.isAsyncSupported();
    }

    /**
     * The caller is to return at once to the server.
     *
     * @param kept so many bytes
     * @param then what is done at the end, however it came
     */
    static Intake start(HttpServletRequest request, int kept, Duration patience, Consumer<AsyncContext> then)
            throws IOException {
        ServletInputStream in = request.getInputStream();
        AsyncContext async = request.startAsync();
        async.setTimeout(patience.toMillis());
        Intake intake = new Intake(in, async, kept, patience, then);
        async.addListener(intake);
        try {
            in.setReadListener(intake);
        } catch (IllegalStateException | UnsupportedOperationException e) { // a stream of the host's own making
            intake.end(End.BROKEN);
        }
        return intake;
    }

    /** How it ended; null while it goes on. */
    @Nullable
    End end() {
        return end.get();
    }

    /** What was kept. To be called after the end. */
    byte[] bytes() {
        return bytes.toByteArray();
    }

    @Override
    public void onDataAvailable() {
        try {
            while (end.get() == null && in.isReady() && !in.isFinished()) {
                int count = in.read(chunk);
                bytes.write(chunk, 0, Math.max(0, Math.min(count, kept - bytes.size())));
                taken += Math.max(0, count);
                if (taken > MOST || System.nanoTime() - deadline > 0) {
                    end(End.LATE);
                }
            }
        } catch (IOException e) {
            end(End.BROKEN);
        }
    }

    @Override
    public void onAllDataRead() {
        end(End.WHOLE);
    }

    @Override
    public void onError(Throwable broken) {
        end(End.BROKEN);
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        end(End.LATE);
    }

    @Override
    public void onError(AsyncEvent event) {
        end(End.BROKEN);
    }

    @Override
    public void onComplete(AsyncEvent event) {
        end.compareAndSet(null, End.BROKEN);
    }

    @Override
    public void onStartAsync(AsyncEvent event) {}

    private void end(End how) {
        if (end.compareAndSet(null, how)) {
            try {
                then.accept(async);
            } catch (IllegalStateException gone) {
                return; // the server has ended the request itself, as the client went away
            }
        }
    }
}
