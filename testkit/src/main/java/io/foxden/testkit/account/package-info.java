/**
 * What Foxy remembers: clients, and what was granted to whom. Nothing here knows HTTP. Imports {@code
 * journal} (the names of rules), {@code fault} (lifetimes) and {@code shop}.
 */
@NullMarked
package io.foxden.testkit.account;

import org.jspecify.annotations.NullMarked;
