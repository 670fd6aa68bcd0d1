/**
 * What happened, told once where it happens, as facts without a secret and without a sentence; and who listens: the
 * history and the log. May import {@code store}, {@code secret}, {@code problem} and {@code words}.
 */
@NullMarked
package io.foxden.event;

import org.jspecify.annotations.NullMarked;
