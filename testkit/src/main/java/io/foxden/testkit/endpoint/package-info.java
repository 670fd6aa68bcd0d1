/**
 * Foxy's API: an address, its methods, its rules. Imports {@code wire}, {@code journal}, {@code fault} (behaviour),
 * {@code account} and {@code hal}.
 */
@NullMarked
package io.foxden.testkit.endpoint;

import org.jspecify.annotations.NullMarked;
