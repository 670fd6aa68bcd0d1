package io.foxden.testkit.endpoint;

import io.foxden.testkit.account.Clients;
import io.foxden.testkit.account.Grants;
import io.foxden.testkit.account.Mint;
import io.foxden.testkit.account.Person;
import io.foxden.testkit.account.Stores;
import io.foxden.testkit.fault.Behaviour;
import java.util.function.Supplier;

/** What the API works on: everything Foxy remembers. */
public record Foxy(
        Clients clients, Grants grants, Stores stores, Person user, Mint mint, Supplier<Behaviour> behaviour) {}
