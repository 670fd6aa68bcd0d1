/**
 * Keep an access token fresh, once, for all threads and processes (RFC 6749, sections 4.1.3 and 6; Foxy:
 * {@code fx:token}). May import {@code registration} and whatever comes before it.
 */
@NullMarked
package io.foxden.token;

import org.jspecify.annotations.NullMarked;
