package io.foxden.testkit.account;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The registered clients. Safe for use by several threads. */
public final class Clients {
    private static final int FIRST_NUMBER = 100;

    private final Mint mint;
    private final Map<String, Client> byId = new LinkedHashMap<>();
    private int next = FIRST_NUMBER;

    public Clients(Mint mint) {
        this.mint = mint;
    }

    /** Registers a client; empty where the id is taken. */
    public synchronized Optional<Client> register(String id, Map<String, String> fields) {
        if (byId.containsKey(id)) {
            return Optional.empty();
        }
        Client client = new Client(next++, id, mint.secret(), fields);
        byId.put(id, client);
        return Optional.of(client);
    }

    public synchronized Optional<Client> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    public synchronized Optional<Client> find(int number) {
        return byId.values().stream().filter(c -> c.number() == number).findFirst();
    }

    /** Replaces all fields; empty where there is no such client. */
    public synchronized Optional<Client> replace(String id, Map<String, String> fields) {
        return Optional.ofNullable(byId.computeIfPresent(id, (key, client) -> client.with(fields)));
    }

    public synchronized boolean remove(String id) {
        return byId.remove(id) != null;
    }

    /** A copy, in the order of registration. */
    public synchronized List<Client> all() {
        return List.copyOf(byId.values());
    }

    public synchronized void clear() {
        byId.clear();
        next = FIRST_NUMBER;
    }
}
