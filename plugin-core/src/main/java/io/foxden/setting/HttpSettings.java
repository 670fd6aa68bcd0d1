package io.foxden.setting;

import io.foxden.secret.Secret;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How Foxy is reached.
 *
 * @param proxy scheme, host and port of the HTTP proxy for requests to Foxy, if there is one
 * @param proxyLogin what the proxy is told of who asks, if it wants to know
 * @param connectTimeout how long connecting may take
 * @param readTimeout how long an answer may take
 */
public record HttpSettings(
        @Nullable URI proxy, @Nullable ProxyLogin proxyLogin, Duration connectTimeout, Duration readTimeout) {
    /** No proxy, 5 seconds to connect, 20 to answer. */
    public static final HttpSettings DEFAULT = new HttpSettings(null, Duration.ofSeconds(5), Duration.ofSeconds(20));

    /** A user of the proxy's. */
    public record ProxyLogin(String user, Secret password) {}

    /** With no proxy, or one that does not want to know who asks. */
    public HttpSettings(@Nullable URI proxy, Duration connectTimeout, Duration readTimeout) {
        this(proxy, null, connectTimeout, readTimeout);
    }

    /** The proxy as people know it: host and port. */
    public String proxyName() {
        return proxy == null ? "(none)" : proxy.getAuthority();
    }
}
