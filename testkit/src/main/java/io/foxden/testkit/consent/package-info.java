/**
 * The authorization endpoint: pages for a browser, and the way back to the registered redirect URI. Imports {@code wire},
 * {@code journal}, {@code fault} (behaviour), {@code shop} and {@code account}.
 */
@NullMarked
package io.foxden.testkit.consent;

import org.jspecify.annotations.NullMarked;
