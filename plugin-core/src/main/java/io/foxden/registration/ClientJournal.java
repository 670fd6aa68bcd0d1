package io.foxden.registration;

import io.foxden.secret.Digest;
import io.foxden.secret.Secret;
import io.foxden.store.Change;
import io.foxden.store.Entry;
import io.foxden.store.Store;
import io.foxden.vault.Vault;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The record {@code client}: the client in use and the one to follow it, a registration under way, and ids given up.
 * Every write checks the vault first, so that a wrong key destroys nothing. Safe for many threads and processes.
 */
public final class ClientJournal {
    private static final int KEY_LENGTH = 32;

    private final Store store;
    private final Vault vault;
    private final Clock clock;
    private volatile @Nullable Copy copy;

    public ClientJournal(Store store, Vault vault, Clock clock) {
        this.store = store;
        this.vault = vault;
        this.clock = clock;
    }

    /**
     * The journal as it is now, at the price of one look at a file while nothing changes.
     *
     * @throws io.foxden.problem.FoxdenException if the record cannot be read
     */
    public Journal read() {
        long revision = revision();
        Copy last = copy;
        if (last == null || last.revision() != revision) {
            last = new Copy(revision, journal(store.read(Slot.RECORD)));
            copy = last;
        }
        return last.journal();
    }

    /** Changes whenever the record does; cheap. */
    public long revision() {
        return store.revision(Slot.RECORD);
    }

    /** Id and secret of a client, opened. */
    public ClientCredentials credentials(Client client) {
        return new ClientCredentials(
                openId(client.id()), vault.open(client.slot().secret(), client.sealedSecret()));
    }

    /** A client id, opened. */
    public String openId(SealedId id) {
        return vault.open(id.label(), id.text()).reveal();
    }

    /** Remembers which way of authentication Foxy took, for the client with this key. */
    public void rememberAuthentication(String clientKey, ClientAuthentication method) {
        change(clientKey, client -> client.authentication() == method ? client : client.with(method));
    }

    /** Sets down that Foxy refuses this client, or accepts it after all. */
    public void rememberRefused(String clientKey, boolean refused) {
        change(
                clientKey,
                client -> client.refused() == refused ? client : client.refusedSince(refused ? clock.instant() : null));
    }

    /**
     * Makes the candidate the client in use, in one write, and gives the former one up. Does nothing where the candidate
     * is another one by now.
     *
     * @return the client given up, if that happened
     */
    public Optional<Client> promote(String candidateKey) {
        Client[] former = new Client[1];
        change(journal -> {
            Client candidate = journal.candidate();
            former[0] = null;
            if (candidate == null || !candidate.key().equals(candidateKey)) {
                return journal;
            }
            former[0] = journal.current();
            return promoted(journal, candidate);
        });
        return Optional.ofNullable(former[0]);
    }

    private Journal promoted(Journal journal, Client candidate) {
        ClientCredentials credentials = credentials(candidate);
        return givenUp(journal, Slot.CURRENT, Abandoned.Reason.REPLACED)
                .without(Slot.CANDIDATE)
                .with(candidate.in(
                        Slot.CURRENT,
                        vault.seal(Slot.CURRENT.id(), Secret.of(credentials.clientId())),
                        vault.seal(Slot.CURRENT.secret(), credentials.clientSecret())));
    }

    /** Writes what this makes of the journal as it then is; nothing where that is the same. */
    Journal change(UnaryOperator<Journal> change) {
        return journal(store.change(Slot.RECORD, before -> decided(before, change)));
    }

    /**
     * The same, and in the place of the earlier version there is a second copy: a forgotten secret is gone from the disk, and
     * a new one is there twice.
     */
    Journal changeWithoutTrace(UnaryOperator<Journal> change) {
        return journal(store.change(
                Slot.RECORD,
                before -> decided(before, change) instanceof Change.Replace replace
                        ? replace.withoutTrace()
                        : Change.none()));
    }

    private Change decided(Optional<Entry> before, UnaryOperator<Journal> change) {
        vault.check();
        Journal journal = journal(before);
        Journal next = change.apply(journal);
        return next.equals(journal) ? Change.none() : Change.to(JournalFields.write(next));
    }

    private void change(String clientKey, UnaryOperator<Client> change) {
        change(journal ->
                journal.client(clientKey).map(change).map(journal::with).orElse(journal));
    }

    /** An attempt's id, sealed. */
    SealedId sealAttempt(String clientId) {
        return new SealedId(Slot.ATTEMPT_ID, vault.seal(Slot.ATTEMPT_ID, Secret.of(clientId)));
    }

    Client seal(Slot slot, ClientCredentials credentials, Attempt attempt, Endpoints endpoints, Instant now) {
        return new Client(
                slot,
                key(credentials.clientId()),
                vault.seal(slot.id(), Secret.of(credentials.clientId())),
                vault.seal(slot.secret(), credentials.clientSecret()),
                attempt.redirectUri(),
                attempt.apiUrl(),
                endpoints.authorizeUrl(null),
                now,
                ClientAuthentication.BASIC,
                null);
    }

    private static String key(String clientId) {
        return Digest.sha256(clientId).substring(0, KEY_LENGTH);
    }

    /** The slot empty, and the id that was in it on the list. */
    Journal givenUp(Journal journal, Slot slot, Abandoned.Reason reason) {
        Client client = slot == Slot.CURRENT ? journal.current() : journal.candidate();
        return client == null
                ? journal
                : journal.without(slot).givingUp(abandoned(openId(client.id()), client.apiUrl(), reason));
    }

    /** No attempt any more, and its id on the list. */
    Journal attemptGivenUp(Journal journal, Abandoned.Reason reason) {
        Attempt attempt = journal.attempt();
        return attempt == null
                ? journal
                : journal.asking(null).givingUp(abandoned(openId(attempt.id()), attempt.apiUrl(), reason));
    }

    /** A client id on the list of those given up. */
    Abandoned abandoned(String clientId, URI apiUrl, Abandoned.Reason reason) {
        SealedId id = new SealedId(Slot.ABANDONED_ID, vault.seal(Slot.ABANDONED_ID, Secret.of(clientId)));
        return new Abandoned(id, apiUrl, clock.instant(), reason);
    }

    private static Journal journal(Optional<Entry> entry) {
        return entry.map(found -> JournalFields.read(found.content())).orElse(Journal.EMPTY);
    }

    /** @param revision of the record, from before the journal was read: a newer journal is then read once more, not missed */
    private record Copy(long revision, Journal journal) {}
}
