/**
 * What can be measured of an installation, shown to the monitoring that the host has: JMX always, Micrometer where its
 * classes are to be seen. Lies in the visible part, because only there Micrometer is the host's. Imports nothing of
 * Foxden.
 */
@NullMarked
package io.foxden.meter;

import org.jspecify.annotations.NullMarked;
