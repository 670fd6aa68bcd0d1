/** Measuring side by side: contenders take turns within one run, and what counts is the median of the rounds' ratios. */
@NullMarked
package io.foxden.benchmarks.harness;

import org.jspecify.annotations.NullMarked;
