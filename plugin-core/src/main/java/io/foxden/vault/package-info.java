/**
 * Keys, and sealing values with them, so that what is stored can be read only with the key and only in its own place
 * (Bouncy Castle's lightweight API; no security provider is registered). Imports {@code problem}, {@code secret},
 * {@code config}, {@code file} and {@code hal}.
 */
@NullMarked
package io.foxden.vault;

import org.jspecify.annotations.NullMarked;
