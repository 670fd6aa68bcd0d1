/**
 * Walk the Foxy API from its home, along its links, with a token that is seen to. May import {@code authorization} and
 * whatever comes before it.
 */
@NullMarked
package io.foxden.navigation;

import org.jspecify.annotations.NullMarked;
