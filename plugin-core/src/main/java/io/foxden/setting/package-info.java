/**
 * Which settings there are, and what each is once it was read: where this site lives, which Foxy, whose plugin, how Foxy
 * is reached. Imports {@code problem} and {@code secret}.
 */
@NullMarked
package io.foxden.setting;

import org.jspecify.annotations.NullMarked;
