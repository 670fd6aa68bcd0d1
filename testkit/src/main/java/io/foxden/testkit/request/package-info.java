/**
 * The rules every request to the API is under, and the way to what stands at its address. Imports {@code wire}, {@code
 * journal}, {@code account} and {@code hal}.
 */
@NullMarked
package io.foxden.testkit.request;

import org.jspecify.annotations.NullMarked;
