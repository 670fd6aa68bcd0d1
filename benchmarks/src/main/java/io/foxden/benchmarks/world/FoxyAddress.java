package io.foxden.benchmarks.world;

import java.net.URI;

/** Where a Foxy answers. */
public record FoxyAddress(URI api, URI authorize) {}
