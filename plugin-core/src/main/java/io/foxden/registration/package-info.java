/**
 * Become a known OAuth client once, and remember it through crashes and lost answers (RFC 7591 in spirit; Foxy:
 * {@code fx:create_client}). May import {@code store} and whatever comes before it.
 */
@NullMarked
package io.foxden.registration;

import org.jspecify.annotations.NullMarked;
