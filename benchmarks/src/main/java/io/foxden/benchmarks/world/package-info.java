/** What is measured: a Foxy in a process of its own, an installation connected to it, an application with Foxden in it. */
@NullMarked
package io.foxden.benchmarks.world;

import org.jspecify.annotations.NullMarked;
