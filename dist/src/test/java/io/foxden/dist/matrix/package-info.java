/**
 * The whole job in every real host: servers and applications that others wrote, first without {@code foxden-plugin.jar}, then
 * with it, then without it again. Run by {@code scripts/hosts}, not by the build; writes {@code docs/hosts.md}. May import
 * {@code server}, and from {@code journey} the person and the script.
 */
@NullMarked
package io.foxden.dist.matrix;

import org.jspecify.annotations.NullMarked;
