/**
 * The whole job on one machine: the sandbox that stands in for Foxy, a server with the plugin in it, and a walk through
 * both as a browser would go. Imports core, the plugin and the testkit.
 */
@NullMarked
package io.foxden.demo;

import org.jspecify.annotations.NullMarked;
