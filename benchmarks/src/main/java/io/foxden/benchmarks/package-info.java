/** What Foxden costs, beside what does the same work without it: {@link io.foxden.benchmarks.Main} measures it all. */
@NullMarked
package io.foxden.benchmarks;

import org.jspecify.annotations.NullMarked;
