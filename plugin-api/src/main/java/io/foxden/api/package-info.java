/** The Foxy API as a host's code walks it, from its home along its links. May import {@code problem}. */
@NullMarked
package io.foxden.api;

import org.jspecify.annotations.NullMarked;
