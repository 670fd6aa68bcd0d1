package io.foxden.registration;

import java.net.URI;
import java.time.Instant;

/**
 * A registration that was asked for and whose answer is not known.
 *
 * @param apiUrl the Foxy that was asked
 * @param asked how often it was asked; from the second time on a refusal may mean that the first was accepted
 */
public record Attempt(SealedId id, URI redirectUri, URI apiUrl, Instant startedAt, int asked) {
    Attempt again(URI redirect) {
        return new Attempt(id, redirect, apiUrl, startedAt, asked + 1);
    }
}
