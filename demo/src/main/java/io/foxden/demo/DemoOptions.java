package io.foxden.demo;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How a demo runs.
 *
 * @param home null for a temporary one
 * @param port of the server with the plugin; 0 for a free one
 * @param asks whether Foxy's stand-in asks a person to approve; otherwise it approves at once
 */
public record DemoOptions(@Nullable Path home, int port, boolean asks) {}
