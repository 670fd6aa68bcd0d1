package io.foxden.registration;

import io.foxden.secret.Digest;
import io.foxden.secret.Secret;
import io.foxden.store.Entry;
import io.foxden.store.StaleVersionException;
import io.foxden.store.Store;
import io.foxden.vault.Label;
import io.foxden.vault.Vault;
import java.net.URI;
import java.time.Instant;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * The record {@code client}: the client in use, a registration under way, and ids given up. Every write checks the
 * vault first, so that a wrong key destroys nothing. Safe for many threads and processes: a write over a newer version
 * is refused by the store.
 */
public final class ClientJournal {
    private static final String RECORD = "client";
    private static final Label ID = new Label(RECORD, "client_id");
    private static final Label SECRET = new Label(RECORD, "client_secret");
    private static final int KEY_LENGTH = 32;

    private final Store store;
    private final Vault vault;

    public ClientJournal(Store store, Vault vault) {
        this.store = store;
        this.vault = vault;
    }

    /** @throws io.foxden.problem.OperatorException if the record cannot be read */
    public Journal read() {
        return store.read(RECORD)
                .map(entry -> JournalFields.read(entry.version(), entry.content()))
                .orElse(Journal.EMPTY);
    }

    /** @throws StaleVersionException if somebody wrote since this journal was read */
    Journal write(Journal journal) {
        vault.check();
        Entry written = store.write(RECORD, journal.version(), JournalFields.write(journal));
        return JournalFields.read(written.version(), written.content());
    }

    /** Writes without keeping the earlier version, so that a forgotten secret is gone from the disk. */
    Journal writeWithoutTrace(Journal journal) {
        vault.check();
        Entry written = store.writeWithoutTrace(RECORD, journal.version(), JournalFields.write(journal));
        return JournalFields.read(written.version(), written.content());
    }

    /** Id and secret of a client, opened. */
    public Credentials credentials(Client client) {
        return new Credentials(openId(client.sealedId()), vault.open(SECRET, client.sealedSecret()));
    }

    /** The id of a client, an attempt or an abandoned entry, opened. */
    public String openId(String sealedId) {
        return vault.open(ID, sealedId).reveal();
    }

    String sealId(String clientId) {
        return vault.seal(ID, Secret.of(clientId));
    }

    Client seal(Credentials credentials, Attempt attempt, URI authorizeUrl, Instant now) {
        return new Client(
                Digest.sha256(credentials.clientId()).substring(0, KEY_LENGTH),
                sealId(credentials.clientId()),
                vault.seal(SECRET, credentials.clientSecret()),
                attempt.redirectUri(),
                attempt.apiUrl(),
                authorizeUrl,
                now,
                ClientAuthentication.BASIC,
                null);
    }

    /** Remembers which way of authentication Foxy took, for the client with this key. */
    public void rememberAuthentication(String clientKey, ClientAuthentication method) {
        change(clientKey, client -> client.authentication() == method ? client : client.with(method));
    }

    /** Sets down that Foxy refuses this client, or accepts it after all. */
    public void rememberRefused(String clientKey, boolean refused, Instant now) {
        change(clientKey, client -> client.refused() == refused ? client : client.refusedSince(refused ? now : null));
    }

    private void change(String clientKey, UnaryOperator<Client> change) {
        while (true) {
            Journal journal = read();
            Client client = journal.client();
            if (client == null || !client.key().equals(clientKey)) {
                return;
            }
            Client changed = change.apply(client);
            if (Objects.equals(changed, client)) {
                return;
            }
            try {
                write(journal.changed(changed));
                return;
            } catch (StaleVersionException e) {
                // Somebody else wrote the record: look again whether the change is still called for.
            }
        }
    }
}
