package io.foxden.testkit.hal;

import io.foxden.testkit.wire.Origin;
import java.net.URI;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * Makes a path absolute.
 *
 * @param origins the address of each origin, ending in a slash
 * @param toTwin whether links point at the twin origin just now
 */
public record Addresses(Function<Origin, URI> origins, BooleanSupplier toTwin) {

    /**
     * The absolute address of a path.
     *
     * @param path begins with a slash; may have a query
     */
    public String of(String path) {
        URI origin = origins.apply(toTwin.getAsBoolean() ? Origin.TWIN : Origin.API);
        return origin + path.substring(1);
    }
}
