/** Checks, each with what was found and what to do. May import everything but the root package. */
@NullMarked
package io.foxden.doctor;

import org.jspecify.annotations.NullMarked;
