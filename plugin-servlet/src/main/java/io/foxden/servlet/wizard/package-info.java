/**
 * Setup and status: the one page, in every phase, and what its buttons do. Imports of our own only page, exchange and
 * gate.
 */
@NullMarked
@JStacheConfig(pathing = @JStachePath(suffix = ".mustache"))
package io.foxden.servlet.wizard;

import io.jstach.jstache.JStacheConfig;
import io.jstach.jstache.JStachePath;
import org.jspecify.annotations.NullMarked;
