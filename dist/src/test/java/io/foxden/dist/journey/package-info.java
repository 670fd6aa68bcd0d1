/**
 * The whole job in real servers: new, registered, connected, refreshed, restarted, killed; by a person, by a script and by
 * the command line. Addresses Foxden by its public interface only.
 */
@NullMarked
package io.foxden.dist.journey;

import org.jspecify.annotations.NullMarked;
