@NullMarked
package io.foxden.benchmarks.harness;

import org.jspecify.annotations.NullMarked;
