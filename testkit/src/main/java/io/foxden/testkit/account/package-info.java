/**
 * What Foxy remembers: clients, stores, their customers, and what was granted to whom. Nothing here knows HTTP. Imports
 * {@code journal} (the names of rules) and {@code fault} (lifetimes).
 */
@NullMarked
package io.foxden.testkit.account;

import org.jspecify.annotations.NullMarked;
