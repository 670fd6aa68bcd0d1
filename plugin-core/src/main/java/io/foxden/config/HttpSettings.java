package io.foxden.config;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How Foxy is reached.
 *
 * @param proxy scheme, host and port of the HTTP proxy for requests to Foxy, if there is one
 * @param connectTimeout how long connecting may take
 * @param readTimeout how long an answer may take
 */
public record HttpSettings(@Nullable URI proxy, Duration connectTimeout, Duration readTimeout) {
    /** No proxy, 5 seconds to connect, 20 to answer. */
    public static final HttpSettings DEFAULT = new HttpSettings(null, Duration.ofSeconds(5), Duration.ofSeconds(20));
}
