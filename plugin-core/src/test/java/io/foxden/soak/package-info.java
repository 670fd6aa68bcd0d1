/**
 * The soak: several processes live on one home for simulated weeks, while Foxy stalls, refuses, resets and lies, clocks
 * jump, and processes are stopped and killed.
 */
@NullMarked
package io.foxden.soak;

import org.jspecify.annotations.NullMarked;
