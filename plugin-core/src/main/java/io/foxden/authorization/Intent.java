package io.foxden.authorization;

import org.jspecify.annotations.Nullable;

/**
 * What a person or a script wants to connect for.
 *
 * @param scope null for the configured one
 * @param returnTo a path on this site to end on; null for Foxden's result page
 * @param reconnect whether to ask again although a store is connected
 */
public record Intent(@Nullable String scope, @Nullable String returnTo, boolean reconnect) {
    /** The configured scope, the result page, and no second consent. */
    public static Intent plain() {
        return new Intent(null, null, false);
    }
}
