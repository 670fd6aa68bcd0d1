package io.foxden.registration;

import java.net.URI;
import java.time.Instant;

/**
 * A registration that was asked for and whose answer is not known.
 *
 * @param asked how often it was asked; from the second time on a refusal may mean that the first was accepted
 */
public record Attempt(String sealedId, URI redirectUri, URI apiUrl, Instant startedAt, int asked) {
    Attempt again(URI redirect, URI api) {
        return new Attempt(sealedId, redirect, api, startedAt, asked + 1);
    }
}
