package io.foxden.http;

import io.foxden.setting.HttpSettings;
import jakarta.ws.rs.ProcessingException;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;
import javax.net.ssl.SSLException;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.apache.hc.core5.io.CloseMode;
import org.glassfish.jersey.client.ClientRequest;
import org.glassfish.jersey.client.ClientResponse;
import org.glassfish.jersey.client.spi.AsyncConnectorCallback;
import org.glassfish.jersey.client.spi.Connector;
import org.glassfish.jersey.message.internal.Statuses;

/** What carries Jersey's requests: each goes once over a line, as it was put together and with nothing added. */
final class LineConnector implements Connector {
    private static final Set<String> EXPECTING_A_BODY = Set.of("POST", "PUT", "PATCH");

    private final HttpSettings settings;
    private final Lines lines;
    private final HttpRequestExecutor executor = new HttpRequestExecutor();

    LineConnector(HttpSettings settings, Lines lines) {
        this.settings = settings;
        this.lines = lines;
    }

    @Override
    public ClientResponse apply(ClientRequest request) {
        try {
            return answer(request, (Passage) request.getProperty(Passage.PROPERTY));
        } catch (IOException | HttpException e) {
            throw new ProcessingException(e);
        }
    }

    private ClientResponse answer(ClientRequest request, Passage passage) throws IOException, HttpException {
        Peer peer = Peer.of(request.getUri());
        Line rested = lines.rested(peer, passage.changing());
        if (rested != null) {
            try {
                return answer(request, passage, rested);
            } catch (NoHttpResponseException | SocketException | SSLException e) {
                // The server had closed the line while it rested. What only reads may be asked again (RFC 9112,
                // section 9.3.1).
                if (passage.changing()) {
                    throw e;
                }
            }
        }
        return answer(request, passage, lines.fresh(peer, passage));
    }

    private ClientResponse answer(ClientRequest request, Passage passage, Line line) throws IOException, HttpException {
        boolean done = false;
        try {
            passage.over(line.wire());
            ClassicHttpRequest message = message(request, line.peer());
            HttpCoreContext context = HttpCoreContext.create();
            passage.leaving();
            ClassicHttpResponse answer = executor.execute(message, line, context);
            if (isOfTheProxy(answer, line.peer())) {
                throw new ProxyRefusedException(settings, answer.getCode());
            }
            boolean goesOn = executor.keepAlive(message, answer, line, context);
            passage.received(headers(answer), length(answer));
            ClientResponse response = new ClientResponse(
                    Statuses.from(answer.getCode(), String.valueOf(answer.getReasonPhrase())), request);
            response.setEntityStream(content(answer, new LineEnd(lines, line, answer, goesOn)));
            done = true;
            return response;
        } finally {
            if (!done) {
                line.close(CloseMode.IMMEDIATE);
            }
        }
    }

    private ClassicHttpRequest message(ClientRequest request, Peer peer) {
        URI uri = request.getUri();
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        ClassicHttpRequest message = new BasicClassicHttpRequest(request.getMethod(), "/");
        message.setPath(uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery());
        if (isProxied(peer)) {
            message.setPath("http://" + peer.hostHeader() + message.getPath());
            ProxyRefusedException.authorize(message, settings);
        }
        message.setHeader("Host", peer.hostHeader());
        request.getRequestHeaders().forEach((name, values) -> values.forEach(value -> message.addHeader(name, value)));
        if (request.getEntity() instanceof byte[] body) {
            message.setHeader("Content-Length", body.length);
            message.setEntity(new ByteArrayEntity(body, (ContentType) null));
        } else if (EXPECTING_A_BODY.contains(request.getMethod())) {
            // Wanted for these methods (RFC 9110, section 8.6); servers answer 411 without it.
            message.setHeader("Content-Length", 0);
        }
        return message;
    }

    /** Whether the proxy sees the request itself, and not only a tunnel. */
    private boolean isProxied(Peer peer) {
        return settings.proxy() != null && !peer.encrypted();
    }

    private boolean isOfTheProxy(ClassicHttpResponse answer, Peer peer) {
        return isProxied(peer) && answer.getCode() == ProxyRefusedException.AUTHENTICATION_REQUIRED;
    }

    private static Map<String, List<String>> headers(ClassicHttpResponse answer) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (Header header : answer.getHeaders()) {
            headers.computeIfAbsent(header.getName(), name -> new ArrayList<>(1))
                    .add(String.valueOf(header.getValue()));
        }
        return headers;
    }

    private static long length(ClassicHttpResponse answer) {
        HttpEntity entity = answer.getEntity();
        return entity == null ? 0 : entity.getContentLength();
    }

    private static InputStream content(ClassicHttpResponse answer, LineEnd end) throws IOException {
        HttpEntity entity = answer.getEntity();
        if (entity == null) {
            end.reached();
            return InputStream.nullInputStream();
        }
        return new AnswerStream(entity.getContent(), end);
    }

    @Override
    public Future<?> apply(ClientRequest request, AsyncConnectorCallback callback) {
        throw new UnsupportedOperationException("One thread, one request");
    }

    @Override
    public String getName() {
        return UserAgent.TEXT;
    }

    @Override
    public void close() {
        lines.close();
    }
}
