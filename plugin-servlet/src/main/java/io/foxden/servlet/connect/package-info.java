/**
 * The two browser legs: off to Foxy, and back again. Imports of our own only page, exchange and gate.
 */
@NullMarked
@JStacheConfig(pathing = @JStachePath(suffix = ".mustache"))
package io.foxden.servlet.connect;

import io.jstach.jstache.JStacheConfig;
import io.jstach.jstache.JStachePath;
import org.jspecify.annotations.NullMarked;
