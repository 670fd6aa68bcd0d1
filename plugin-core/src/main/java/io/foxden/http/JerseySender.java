package io.foxden.http;

import io.foxden.config.HttpSettings;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.client.Invocation;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.glassfish.jersey.CommonProperties;
import org.glassfish.jersey.apache5.connector.Apache5ClientProperties;
import org.glassfish.jersey.apache5.connector.Apache5ConnectorProvider;
import org.glassfish.jersey.client.ClientConfig;
import org.glassfish.jersey.client.ClientProperties;
import org.glassfish.jersey.client.JerseyClient;
import org.glassfish.jersey.client.JerseyClientBuilder;
import org.glassfish.jersey.client.RequestEntityProcessing;

/** One Jersey client, closed with this; the caller sees to the thread's class loader. Safe for many threads. */
final class JerseySender implements AutoCloseable {
    private static final int MAX_ANSWER_BYTES = 5 << 20;
    private static final Duration LAST_WAIT = Duration.ofSeconds(2);

    private final HttpSettings settings;
    private final JerseyClient client;
    private final Deadlines deadlines = new Deadlines();
    private final Set<Exchange> underWay = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    JerseySender(HttpSettings settings) {
        this.settings = settings;
        Transport transport = new Transport(settings);
        // Not ClientBuilder.newBuilder(): that takes whichever implementation the host has.
        this.client = JerseyClientBuilder.createClient(configuration(transport));
        // Otherwise it is the first request whose time runs while Jersey is put together.
        this.client.preInitialize();
    }

    private static ClientConfig configuration(Transport transport) {
        return new ClientConfig()
                .connectorProvider(new Apache5ConnectorProvider())
                .register(transport)
                .property(Apache5ClientProperties.CONNECTION_MANAGER, transport.connections())
                .property(Apache5ClientProperties.DISABLE_COOKIES, true)
                .property(Apache5ClientProperties.REQUEST_CONFIG, transport.requests())
                .property(ClientProperties.FOLLOW_REDIRECTS, false)
                .property(ClientProperties.REQUEST_ENTITY_PROCESSING, RequestEntityProcessing.BUFFERED)
                .property(ClientProperties.SUPPRESS_HTTP_COMPLIANCE_VALIDATION, true)
                // No features, providers or settings of whatever else is on the class path.
                .property(CommonProperties.FEATURE_AUTO_DISCOVERY_DISABLE, true)
                .property(CommonProperties.METAINF_SERVICES_LOOKUP_DISABLE, true)
                // Readers and writers for XML and images, one of which warns that it misses a class.
                .property(CommonProperties.PROVIDER_DEFAULT_DISABLE, "ALL");
    }

    HttpAnswer send(HttpRequest request) throws WireException {
        Exchange exchange = new Exchange(deadlines, settings);
        underWay.add(exchange);
        try {
            if (closed) {
                throw shuttingDown(exchange);
            }
            return answer(exchange, prepared(request, exchange));
        } catch (IOException | RuntimeException e) {
            exchange.abort();
            throw failure(exchange, e);
        } finally {
            exchange.end();
            underWay.remove(exchange);
        }
    }

    private Invocation prepared(HttpRequest request, Exchange exchange) {
        Invocation.Builder builder = client.target(request.uri()).request();
        builder.header("User-Agent", UserAgent.TEXT);
        builder.header("Accept-Encoding", "identity");
        request.headers().forEach(builder::header);
        request.authorization().ifPresent(value -> builder.header("Authorization", value.reveal()));
        builder.property(Exchange.PROPERTY, exchange);
        return request.body()
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .map(body -> builder.build(
                        request.method(),
                        Entity.entity(body, request.contentType().orElseThrow())))
                .orElseGet(() -> builder.build(request.method()));
    }

    private HttpAnswer answer(Exchange exchange, Invocation invocation) throws IOException {
        exchange.start();
        try (Response response = invocation.invoke();
                InputStream content = response.readEntity(InputStream.class)) {
            byte[] body = content.readNBytes(MAX_ANSWER_BYTES + 1);
            if (body.length > MAX_ANSWER_BYTES) {
                // Before the response is closed, which would read the rest.
                exchange.abort();
                throw new AnswerTooLargeException(MAX_ANSWER_BYTES);
            }
            List<String> codings = response.getStringHeaders().getOrDefault("Content-Encoding", List.of());
            return new HttpAnswer(
                    response.getStatus(),
                    response.getStringHeaders(),
                    ContentCoding.unpacked(body, codings, MAX_ANSWER_BYTES));
        }
    }

    /** What to throw; a runtime exception that is not about the wire is a defect and goes on as it is. */
    private WireException failure(Exchange exchange, Exception e) {
        if (closed) {
            return shuttingDown(exchange);
        }
        if (exchange.late()) {
            return Failure.late(exchange.left(), settings);
        }
        if (e instanceof RuntimeException defect && !(e instanceof ProcessingException)) {
            throw defect;
        }
        Throwable cause = e instanceof ProcessingException && e.getCause() != null ? e.getCause() : e;
        return Failure.of(cause, exchange.left(), settings);
    }

    private static WireException shuttingDown(Exchange exchange) {
        return new WireException("Foxden is shutting down", exchange.left(), null);
    }

    @Override
    public void close() {
        closed = true;
        underWay.forEach(Exchange::abort);
        // Jersey must not be taken apart under a thread that is still inside it.
        underWay.forEach(exchange -> exchange.awaitEnd(LAST_WAIT));
        client.close();
        deadlines.close();
    }
}
