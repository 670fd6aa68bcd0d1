/** What is measured, a class for each. */
@NullMarked
package io.foxden.benchmarks.row;

import org.jspecify.annotations.NullMarked;
