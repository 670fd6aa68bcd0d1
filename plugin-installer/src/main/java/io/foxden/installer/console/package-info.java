/**
 * What a person or a script sees of a command: one outcome, printed for the one or the other. Knows streams and
 * terminals; imports of Foxden only words, problems and JSON.
 */
@NullMarked
package io.foxden.installer.console;

import org.jspecify.annotations.NullMarked;
