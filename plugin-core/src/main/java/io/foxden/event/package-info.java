/**
 * What happened, told once where it happens, as facts without a secret and without a sentence; and who listens: the
 * history. May import {@code store}, {@code hal}, {@code secret} and {@code problem}.
 */
@NullMarked
package io.foxden.event;

import org.jspecify.annotations.NullMarked;
