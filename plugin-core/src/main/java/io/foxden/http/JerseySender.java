package io.foxden.http;

import io.foxden.setting.HttpSettings;
import io.foxden.words.Message;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.client.Invocation;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import org.glassfish.jersey.CommonProperties;
import org.glassfish.jersey.client.ClientConfig;
import org.glassfish.jersey.client.ClientProperties;
import org.glassfish.jersey.client.JerseyClient;
import org.glassfish.jersey.client.JerseyClientBuilder;

/** One Jersey client, closed with this; the caller sees to the thread's class loader. Safe for many threads. */
final class JerseySender {
    private static final int MAX_ANSWER_BYTES = 5 << 20;
    private static final Duration IDLE = Duration.ofSeconds(30);
    private static final Duration LAST_WAIT = Duration.ofSeconds(2);

    private final HttpSettings settings;
    private final Lines lines;
    private final JerseyClient client;
    private final Passages passages;
    private volatile boolean closed;

    JerseySender(HttpSettings settings, Dialer dialer) {
        this.settings = settings;
        this.lines = new Lines(dialer, settings.connectTimeout());
        this.passages = new Passages(settings, IDLE, lines::hangUp);
        // Not ClientBuilder.newBuilder(): that takes whichever implementation the host has.
        this.client = JerseyClientBuilder.createClient(configuration(new LineConnector(settings, lines)));
        // Otherwise it is the first request whose time runs while Jersey is put together.
        this.client.preInitialize();
    }

    private static ClientConfig configuration(LineConnector connector) {
        return new ClientConfig()
                .connectorProvider((client, configuration) -> connector)
                .property(ClientProperties.SUPPRESS_HTTP_COMPLIANCE_VALIDATION, true)
                // No features, providers or settings of whatever else is on the class path.
                .property(CommonProperties.FEATURE_AUTO_DISCOVERY_DISABLE, true)
                .property(CommonProperties.METAINF_SERVICES_LOOKUP_DISABLE, true)
                // Readers and writers for XML and images, one of which warns that it misses a class.
                .property(CommonProperties.PROVIDER_DEFAULT_DISABLE, "ALL");
    }

    /** Gets ready what can be without sending anything. */
    void prepare() {
        lines.prepare();
    }

    HttpAnswer send(HttpRequest request) throws WireException {
        Passage passage = new Passage(request, settings);
        passages.begin(passage);
        try {
            if (closed) {
                throw shuttingDown(passage);
            }
            lines.enter();
            try {
                return answer(passage, prepared(request, passage));
            } finally {
                lines.leave();
            }
        } catch (IOException | RuntimeException e) {
            passage.abort();
            throw failure(passage, e);
        } finally {
            passages.end(passage);
        }
    }

    private Invocation prepared(HttpRequest request, Passage passage) {
        Invocation.Builder builder = client.target(request.uri()).request();
        builder.header("User-Agent", UserAgent.TEXT);
        builder.header("Accept-Encoding", "identity");
        request.headers().forEach(builder::header);
        request.authorization().ifPresent(value -> builder.header("Authorization", value.reveal()));
        builder.property(Passage.PROPERTY, passage);
        return request.body()
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .map(body -> builder.build(
                        request.method(),
                        Entity.entity(body, request.contentType().orElseThrow())))
                .orElseGet(() -> builder.build(request.method()));
    }

    private static HttpAnswer answer(Passage passage, Invocation invocation) throws IOException {
        try (Response response = invocation.invoke();
                InputStream content = response.readEntity(InputStream.class)) {
            byte[] body = whole(content, passage);
            HttpAnswer answer = new HttpAnswer(response.getStatus(), passage.headers(), body);
            return answer.unpacked(MAX_ANSWER_BYTES);
        }
    }

    private static byte[] whole(InputStream content, Passage passage) throws IOException {
        long announced = passage.length();
        byte[] body = announced >= 0 && announced <= MAX_ANSWER_BYTES
                ? exactly((int) announced, content)
                : content.readNBytes(MAX_ANSWER_BYTES + 1);
        if (body.length > MAX_ANSWER_BYTES) {
            // Before the answer is closed, which would look for more.
            passage.abort();
            throw new AnswerTooLargeException(MAX_ANSWER_BYTES);
        }
        return body;
    }

    /** Into one array and no other: pages are large. A shorter answer than announced fails while it is read. */
    private static byte[] exactly(int length, InputStream content) throws IOException {
        byte[] body = new byte[length];
        int read = content.readNBytes(body, 0, length);
        return read == length ? body : Arrays.copyOf(body, read);
    }

    /** What to throw; a runtime exception that is not about the wire is a defect and goes on as it is. */
    private WireException failure(Passage passage, Exception e) {
        if (closed) {
            return shuttingDown(passage);
        }
        if (passage.late()) {
            return Failure.late(passage.left(), settings);
        }
        if (e instanceof RuntimeException defect && !(e instanceof ProcessingException)) {
            throw defect;
        }
        Throwable cause = e instanceof ProcessingException && e.getCause() != null ? e.getCause() : e;
        return Failure.of(cause, passage.left(), settings);
    }

    private static WireException shuttingDown(Passage passage) {
        return new WireException(Message.of("http/closing"), passage.left(), null);
    }

    /** @param grace how long an answer to what may have changed something is waited for */
    void close(Duration grace) {
        closed = true;
        passages.abort(passage -> !passage.changing() || !passage.left());
        passages.awaitEnd(grace);
        passages.abort(passage -> true);
        // Jersey must not be taken apart under a thread that is still inside it.
        passages.awaitEnd(LAST_WAIT);
        client.close();
        lines.close();
        passages.close();
    }
}
