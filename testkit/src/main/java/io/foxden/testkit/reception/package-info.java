/**
 * One request from arrival to answer: journal, listeners, faults, and in their midst the true work. Imports {@code wire},
 * {@code journal}, {@code fault}, {@code account}, {@code hal}, {@code request}, {@code endpoint} and {@code consent}.
 */
@NullMarked
package io.foxden.testkit.reception;

import org.jspecify.annotations.NullMarked;
