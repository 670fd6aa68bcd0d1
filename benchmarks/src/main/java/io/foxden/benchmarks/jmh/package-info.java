/** What the paths that every request of a host application takes cost, measured by JMH: reading the token, passing the filter. */
@NullMarked
package io.foxden.benchmarks.jmh;

import org.jspecify.annotations.NullMarked;
