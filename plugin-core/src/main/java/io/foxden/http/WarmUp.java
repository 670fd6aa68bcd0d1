package io.foxden.http;

import io.foxden.setting.HttpSettings;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Has everything loaded that a first request needs, on a thread of its own: by a request through a Jersey of its own to
 * a server that exists in memory only; then has the true one made ready.
 */
final class WarmUp implements AutoCloseable {
    private static final String THREAD_NAME = "foxden-http-warm-up";
    private static final Duration END = Duration.ofSeconds(10);
    private static final String ANSWER =
            "HTTP/1.1 200 OK\r\nContent-Type: application/hal+json\r\n" + "Content-Length: 2\r\n\r\n{}";
    private static final URI NOWHERE = URI.create("http://foxden.invalid/");

    /** What is made ready at last. */
    interface Goal {
        void reach() throws WireException;
    }

    private final Goal goal;
    private @Nullable Thread thread;

    WarmUp(Goal goal) {
        this.goal = goal;
    }

    synchronized void start() {
        if (thread == null) {
            Thread fresh = new Thread(null, this::run, THREAD_NAME, 0, false);
            fresh.setDaemon(true);
            fresh.setContextClassLoader(WarmUp.class.getClassLoader());
            thread = fresh;
            fresh.start();
        }
    }

    private void run() {
        try {
            request();
            goal.reach();
        } catch (WireException | RuntimeException | LinkageError e) {
            // Then the first request does it, and tells what is amiss.
        }
    }

    private static void request() throws WireException {
        JerseySender rehearsal = new JerseySender(HttpSettings.DEFAULT, (peer, passage) -> {
            Socket socket = new InMemory();
            return new Line(peer, socket, socket);
        });
        try {
            rehearsal.send(HttpRequest.get(NOWHERE));
            rehearsal.send(HttpRequest.post(NOWHERE).withJson("{}"));
        } finally {
            rehearsal.close(Duration.ZERO);
        }
    }

    /** Returns when the thread is gone. */
    @Override
    public void close() {
        Thread last;
        synchronized (this) {
            last = thread;
        }
        if (last == null) {
            return;
        }
        try {
            last.join(END.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Answers one request, whatever it is, and is connected to nothing. */
    private static final class InMemory extends Socket {
        private final InputStream answer = new ByteArrayInputStream(ANSWER.getBytes(StandardCharsets.US_ASCII));

        @Override
        public InputStream getInputStream() {
            return answer;
        }

        @Override
        public OutputStream getOutputStream() {
            return OutputStream.nullOutputStream();
        }

        @Override
        public void setSoLinger(boolean on, int seconds) {}

        @Override
        public void close() {}

        @Override
        public void setSoTimeout(int timeout) {}

        @Override
        public int getSoTimeout() {
            return 0;
        }
    }
}
