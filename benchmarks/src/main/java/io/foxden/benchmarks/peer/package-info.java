/** The same work without Foxden: by hand, and by libraries that others use for it. */
@NullMarked
package io.foxden.benchmarks.peer;

import org.jspecify.annotations.NullMarked;
