/**
 * Writing Foxy's documents: HAL, {@code fx:errors}, OAuth errors. Imports {@code wire}.
 */
@NullMarked
package io.foxden.testkit.hal;

import org.jspecify.annotations.NullMarked;
