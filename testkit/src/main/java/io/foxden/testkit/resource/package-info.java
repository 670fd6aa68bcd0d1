/**
 * What an access token opens: store, user, customers, integrations. Imports {@code wire}, {@code journal}, {@code fault}
 * (behaviour), {@code shop}, {@code account}, {@code hal} and {@code request}.
 */
@NullMarked
package io.foxden.testkit.resource;

import org.jspecify.annotations.NullMarked;
