/** A value that does not print, and strong random text. Imports nothing of Foxden. */
@NullMarked
package io.foxden.secret;

import org.jspecify.annotations.NullMarked;
