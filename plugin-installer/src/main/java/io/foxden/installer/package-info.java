/** The command line's entry: reads the arguments, runs one command, ends with its exit status. */
@NullMarked
package io.foxden.installer;

import org.jspecify.annotations.NullMarked;
