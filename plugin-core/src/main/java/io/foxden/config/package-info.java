/**
 * Where settings come from: read once from all their sources, with everything that is wrong with them reported together.
 * Imports {@code setting} and what comes before it.
 */
@NullMarked
package io.foxden.config;

import org.jspecify.annotations.NullMarked;
