/**
 * The control addresses: what a test does by method calls, another process does over HTTP. Imports {@code wire}, {@code
 * journal}, {@code fault}, {@code account} and {@code hal}.
 */
@NullMarked
package io.foxden.testkit.control;

import org.jspecify.annotations.NullMarked;
