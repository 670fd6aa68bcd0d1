package io.foxden.testkit.account;

import io.foxden.testkit.fault.Behaviour;
import io.foxden.testkit.fault.Event;
import io.foxden.testkit.shop.Person;
import io.foxden.testkit.shop.Store;
import io.foxden.testkit.shop.Stores;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Everything Foxy remembers, and how it behaves. Safe for use by several threads. */
public record Foxy(
        Clients clients, Grants grants, Stores stores, Person user, Mint mint, Supplier<Behaviour> behaviour) {

    /** Nothing registered, nothing granted. */
    public static Foxy begin(Clock clock, RandomGenerator random, List<Store> stores, Supplier<Behaviour> behaviour) {
        Mint mint = new Mint(random);
        return new Foxy(
                new Clients(mint),
                new Grants(clock, mint, behaviour),
                new Stores(stores, clock),
                Person.standard(),
                mint,
                behaviour);
    }

    public void happen(Event event) {
        switch (event) {
            case REVOKE_GRANTS -> grants.revokeAll();
            case EXPIRE_ACCESS_TOKENS -> grants.expireAccessTokens();
            case DELETE_CLIENTS -> clients.all().forEach(client -> deleteClient(client.id()));
        }
    }

    /** Deletes a client with all it was given; false where there is none. */
    public boolean deleteClient(String id) {
        boolean removed = clients.remove(id);
        grants.forget(id);
        return removed;
    }

    /** Back to how it began. */
    public void reset() {
        clients.clear();
        grants.clear();
        stores.reset();
        mint.clear();
    }
}
