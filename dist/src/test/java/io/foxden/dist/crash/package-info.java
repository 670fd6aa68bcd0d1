/** Installations that are killed at every point of their way, and heal by themselves. */
@NullMarked
package io.foxden.dist.crash;

import org.jspecify.annotations.NullMarked;
