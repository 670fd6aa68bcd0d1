package io.foxden.testkit.consent;

import io.foxden.testkit.account.Client;
import io.foxden.testkit.account.Scope;

/** An authorization request that is in order: who wants what. */
record Wish(Client client, Scope scope, String requestedScope, String state) {}
