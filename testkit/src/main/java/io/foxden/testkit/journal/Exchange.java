package io.foxden.testkit.journal;

import io.foxden.testkit.wire.Origin;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request and what became of it. Holds no secret: neither body nor query, and not the headers that carry credentials.
 *
 * @param number counted from 1 in the order of arrival
 * @param headers the request's header fields, names in lower case, without {@code Authorization} and {@code Cookie}
 * @param grantType of a token request
 * @param clientId the client that asked, where it said so
 * @param status of the answer; 0 while it is being made, and where no answer was sent
 * @param ending how it ended, with {@link Ending#OPEN} while it is being made
 */
public record Exchange(
        long number,
        Instant at,
        String method,
        Origin origin,
        String path,
        Map<String, String> headers,
        Target target,
        Credentials credentials,
        @Nullable String grantType,
        @Nullable String clientId,
        int status,
        Ending ending) {}
