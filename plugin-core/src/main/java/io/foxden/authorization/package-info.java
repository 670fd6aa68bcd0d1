/**
 * Ask the store's owner, check the state, swap the code (RFC 6749, section 4.1; Foxy: authorization request). May
 * import {@code token} and whatever comes before it.
 */
@NullMarked
package io.foxden.authorization;

import org.jspecify.annotations.NullMarked;
