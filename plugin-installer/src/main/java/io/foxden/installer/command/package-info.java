/**
 * One class for each command: its options, what it asks of {@link io.foxden.Foxden}, and how it says what it did. May
 * import the console and the host.
 */
@NullMarked
package io.foxden.installer.command;

import org.jspecify.annotations.NullMarked;
