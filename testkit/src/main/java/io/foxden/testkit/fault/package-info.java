/**
 * What a test can order: faults for chosen requests, and how the sandbox behaves from now on. Imports {@code journal}.
 */
@NullMarked
package io.foxden.testkit.fault;

import org.jspecify.annotations.NullMarked;
