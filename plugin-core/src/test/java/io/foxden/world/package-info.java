/** For tests: an installation of Foxden in its world, with a Foxy, a browser, a clock, and power cuts. */
@NullMarked
package io.foxden.world;

import org.jspecify.annotations.NullMarked;
