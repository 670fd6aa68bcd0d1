/**
 * The settings: where this site lives, which API, whose plugin. Read once from all their sources, with everything that is
 * wrong with them reported together. Imports {@code problem} and {@code secret}.
 */
@NullMarked
package io.foxden.config;

import org.jspecify.annotations.NullMarked;
