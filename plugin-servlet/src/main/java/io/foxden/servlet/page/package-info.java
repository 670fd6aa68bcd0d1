/**
 * Our own addresses in one list, and what all pages share: the frame, the style, times, and the page that says what went
 * wrong. Templates are compiled with the classes and escape every value. Imports of Foxden only the core's problem.
 */
@NullMarked
@JStacheConfig(pathing = @JStachePath(suffix = ".mustache"))
package io.foxden.servlet.page;

import io.jstach.jstache.JStacheConfig;
import io.jstach.jstache.JStachePath;
import org.jspecify.annotations.NullMarked;
