/**
 * A Foxy that runs offline, for tests: {@link io.foxden.testkit.Sandbox} and its {@link io.foxden.testkit.SandboxOptions},
 * a {@link io.foxden.testkit.SteppingClock}, a {@link io.foxden.testkit.Browser}. Facade: imports all packages below, none
 * of them imports it.
 */
@NullMarked
package io.foxden.testkit;

import org.jspecify.annotations.NullMarked;
