package io.foxden.testkit.account;

import io.foxden.testkit.fault.Event;

/** Lets things happen at Foxy. Safe for use by several threads. */
public final class Events {
    private final Clients clients;
    private final Grants grants;

    public Events(Clients clients, Grants grants) {
        this.clients = clients;
        this.grants = grants;
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
}
