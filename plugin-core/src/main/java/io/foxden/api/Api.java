package io.foxden.api;

import io.foxden.foxy.BearerSource;
import io.foxden.foxy.Foxy;
import java.util.function.Supplier;

/** Signatures only, until the API client lands. */
@SuppressWarnings({"DoNotCallSuggester", "UnusedVariable"})
public final class Api {
    public Api(Supplier<Foxy> foxy, BearerSource bearer) {}

    public Resource follow(String... rels) {
        throw new UnsupportedOperationException();
    }
}
