package io.foxden.http;

import io.foxden.config.HttpSettings;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.glassfish.jersey.apache5.connector.Apache5HttpClientBuilderConfigurator;
import org.jspecify.annotations.Nullable;

/** How the Apache client below Jersey is set up: whatever it would do on its own account is switched off. */
final class Transport implements Apache5HttpClientBuilderConfigurator {
    private static final int CONNECTIONS_PER_HOST = 50;
    private static final int CONNECTIONS = 100;
    private static final TimeValue IDLE = TimeValue.ofSeconds(30);
    private static final TimeValue LIFE = TimeValue.ofMinutes(5);
    private static final int HTTP_PORT = 80;
    private static final Set<String> EXPECTING_A_BODY = Set.of("POST", "PUT", "PATCH");

    private final HttpSettings settings;

    Transport(HttpSettings settings) {
        this.settings = settings;
    }

    HttpClientConnectionManager connections() {
        Timeout connect = timeout(settings.connectTimeout());
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setConnectionFactory(socket -> new QuietConnection())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(connect)
                        .setSocketTimeout(timeout(settings.readTimeout()))
                        .setTimeToLive(LIFE)
                        // Always: a request on a connection that the server has closed might have been received.
                        .setValidateAfterInactivity(TimeValue.ZERO_MILLISECONDS)
                        .build())
                .setDefaultTlsConfig(
                        TlsConfig.custom().setHandshakeTimeout(connect).build())
                .setMaxConnPerRoute(CONNECTIONS_PER_HOST)
                .setMaxConnTotal(CONNECTIONS)
                .build();
    }

    RequestConfig requests() {
        return RequestConfig.custom()
                .setRedirectsEnabled(false)
                .setAuthenticationEnabled(false)
                .setContentCompressionEnabled(false)
                .setConnectionRequestTimeout(timeout(settings.connectTimeout()))
                .setResponseTimeout(timeout(settings.readTimeout()))
                .setConnectionKeepAlive(IDLE)
                .build();
    }

    /**
     * Called by Jersey. No retries above all: a POST repeated behind our back could register a second client. Redirects
     * are switched off by request: Jersey's connector relies on what Apache's redirect handling notes down.
     */
    @Override
    public HttpClientBuilder configure(HttpClientBuilder builder) {
        URI proxy = settings.proxy();
        if (proxy != null) {
            int port = proxy.getPort() < 0 ? HTTP_PORT : proxy.getPort();
            builder.setProxy(new HttpHost(proxy.getScheme(), proxy.getHost(), port));
        }
        return builder.disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .disableConnectionState()
                .disableDefaultUserAgent()
                .addRequestInterceptorLast(Transport::tellThatThereIsNoBody)
                .setRequestExecutor(new WatchedExecutor())
                .addExecInterceptorFirst("foxden-exchange", WatchedExecutor::begin);
    }

    /** Wanted for these methods (RFC 9110, section 8.6); servers answer 411 without it. */
    private static void tellThatThereIsNoBody(
            HttpRequest request, @Nullable EntityDetails body, @Nullable HttpContext context) {
        if (body == null && EXPECTING_A_BODY.contains(request.getMethod())) {
            request.setHeader(HttpHeaders.CONTENT_LENGTH, "0");
        }
    }

    private static Timeout timeout(Duration duration) {
        return Timeout.of(duration);
    }
}
