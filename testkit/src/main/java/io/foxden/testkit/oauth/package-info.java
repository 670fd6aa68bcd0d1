/**
 * How a stranger becomes a client, and a client gets tokens. Imports {@code wire}, {@code journal}, {@code account}, {@code
 * hal} and {@code request}.
 */
@NullMarked
package io.foxden.testkit.oauth;

import org.jspecify.annotations.NullMarked;
