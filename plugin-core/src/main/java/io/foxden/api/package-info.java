/** Walk the Foxy API from its home. May import {@code authorization} and whatever comes before it. */
@NullMarked
package io.foxden.api;

import org.jspecify.annotations.NullMarked;
