package io.foxden.api;

import java.util.Optional;

/** Signatures only, until the API client lands. */
@SuppressWarnings({"DoNotCallSuggester", "UnusedVariable"})
public final class Resource {
    public Optional<String> text(String name) {
        throw new UnsupportedOperationException();
    }
}
