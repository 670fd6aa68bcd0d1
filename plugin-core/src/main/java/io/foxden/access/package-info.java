/** Who may, as stored facts. May import {@code store} and whatever comes before it. */
@NullMarked
package io.foxden.access;

import org.jspecify.annotations.NullMarked;
