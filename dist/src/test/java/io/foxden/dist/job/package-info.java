/** The whole job in real servers: the WAR dropped in, by a person, by a script, and beside the command line. */
@NullMarked
package io.foxden.dist.job;

import org.jspecify.annotations.NullMarked;
