/**
 * What is said to people, as keys with arguments, and the bundles in which each key has its text. Imports nothing of
 * Foxden.
 */
@NullMarked
package io.foxden.words;

import org.jspecify.annotations.NullMarked;
