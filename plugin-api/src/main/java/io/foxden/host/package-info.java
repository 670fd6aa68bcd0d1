/**
 * How Foxden comes into an application that somebody else wrote, once, by whatever way is open, and goes again. Imports
 * nothing of Foxden.
 *
 * <p>In {@code foxden-plugin.jar} the classes of this module are all that the host sees; the rest lies below
 * {@code META-INF/foxden/lib}, for a class loader of our own.
 */
@NullMarked
package io.foxden.host;

import org.jspecify.annotations.NullMarked;
