/** What must cost no memory costs none. */
@NullMarked
package io.foxden.benchmarks;

import org.jspecify.annotations.NullMarked;
