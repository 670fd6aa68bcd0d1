/** Servlet containers from their real distributions, each as a process of its own. Imports nothing of Foxden. */
@NullMarked
package io.foxden.dist.server;

import org.jspecify.annotations.NullMarked;
