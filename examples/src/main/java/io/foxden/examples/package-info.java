/** Small programs with Foxden in them. */
@NullMarked
package io.foxden.examples;

import org.jspecify.annotations.NullMarked;
