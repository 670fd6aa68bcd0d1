/**
 * Who may: visitors told apart, attempts counted, forms proven to be ours, headers that bind the browser, and the refusals
 * of all that. Imports of our own only page and exchange.
 */
@NullMarked
@JStacheConfig(pathing = @JStachePath(suffix = ".mustache"))
package io.foxden.servlet.gate;

import io.jstach.jstache.JStacheConfig;
import io.jstach.jstache.JStachePath;
import org.jspecify.annotations.NullMarked;
