package io.foxden.testkit.wire;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Translates between Jetty and {@link Responder}. */
final class Door extends Handler.Abstract {
    private static final Logger LOG = LoggerFactory.getLogger(Door.class);
    private static final int MAX_BODY = 1 << 20;
    private static final int CHUNK = 1 << 16;

    private final Responder responder;

    Door(Responder responder) {
        this.responder = responder;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws IOException {
        deliver(responder.respond(read(request)), request, response, callback);
        return true;
    }

    private static Call read(Request request) throws IOException {
        Map<String, String> fields = new LinkedHashMap<>();
        for (HttpField field : request.getHeaders()) {
            fields.merge(field.getName(), String.valueOf(field.getValue()), (a, b) -> a + ", " + b);
        }
        String query = request.getHttpURI().getQuery();
        return new Call(
                request.getMethod(),
                Origin.valueOf(request.getConnectionMetaData().getConnector().getName()),
                request.getHttpURI().getPath(),
                query == null ? "" : query,
                Headers.of(fields),
                body(request));
    }

    private static String body(Request request) throws IOException {
        try (InputStream in = Content.Source.asInputStream(request)) {
            byte[] bytes = in.readNBytes(MAX_BODY + 1);
            if (bytes.length > MAX_BODY) {
                throw new IOException("The request's body is over " + MAX_BODY + " bytes");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    private static void deliver(Delivery delivery, Request request, Response response, Callback callback)
            throws IOException {
        if (delivery instanceof Delivery.Whole whole) {
            start(whole.answer(), response);
            response.write(true, ByteBuffer.wrap(whole.answer().body()), callback);
        } else if (delivery instanceof Delivery.Half half) {
            sendHalf(half.answer(), response);
            hangUp(request, callback);
        } else if (delivery instanceof Delivery.Flood flood) {
            start(flood.answer(), response);
            flood(flood.bytes(), response);
            callback.succeeded();
        } else {
            hangUp(request, callback);
        }
    }

    private static void start(Answer answer, Response response) {
        response.setStatus(answer.status());
        answer.headers().forEach((name, value) -> response.getHeaders().put(name, List.of(value.split("\n", -1))));
    }

    private static void sendHalf(Answer answer, Response response) throws IOException {
        start(answer, response);
        byte[] body = answer.body();
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, Math.max(body.length, 1));
        Content.Sink.write(response, false, ByteBuffer.wrap(body, 0, body.length / 2));
    }

    private static void flood(long bytes, Response response) throws IOException {
        byte[] chunk = new byte[CHUNK];
        Arrays.fill(chunk, (byte) ' ');
        for (long left = bytes; left > 0; left -= CHUNK) {
            Content.Sink.write(response, false, ByteBuffer.wrap(chunk, 0, (int) Math.min(CHUNK, left)));
        }
    }

    private static void hangUp(Request request, Callback callback) {
        LOG.debug("Closing the connection without a (whole) answer, as ordered");
        request.getConnectionMetaData().getConnection().getEndPoint().close();
        callback.failed(new EofException("closed as ordered"));
    }
}
