/** Keys, and sealing bytes with them (Bouncy Castle). May import {@code foxy} and whatever comes before it. */
@NullMarked
package io.foxden.vault;

import org.jspecify.annotations.NullMarked;
