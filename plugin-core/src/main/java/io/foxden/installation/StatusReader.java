package io.foxden.installation;

import io.foxden.ClientStatus;
import io.foxden.ConnectionStatus;
import io.foxden.Phase;
import io.foxden.Status;
import io.foxden.config.Settings;
import io.foxden.problem.Code;
import io.foxden.problem.FoxdenException;
import io.foxden.problem.Problem;
import io.foxden.registration.Client;
import io.foxden.registration.ClientJournal;
import io.foxden.registration.Journal;
import io.foxden.token.Connection;
import io.foxden.token.Connections;
import io.foxden.token.SealedTokens;
import io.foxden.vault.Vault;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Puts the status together from the records as they are now. */
final class StatusReader {
    private final String version;
    private final Settings settings;
    private final Vault vault;
    private final ClientJournal journals;
    private final Connections connections;
    private final Troubles troubles;
    private final Clock clock;
    /** What was read last: that files cannot be read just now changes nothing of what they say. */
    private volatile @Nullable Journal lastJournal;

    private volatile @Nullable Found lastFound;

    /** A connection, or that there is none. */
    private record Found(@Nullable Connection connection) {}

    StatusReader(
            String version,
            Settings settings,
            Vault vault,
            ClientJournal journals,
            Connections connections,
            Troubles troubles,
            Clock clock) {
        this.version = version;
        this.settings = settings;
        this.vault = vault;
        this.journals = journals;
        this.connections = connections;
        this.troubles = troubles;
        this.clock = clock;
    }

    /** Never throws: what cannot be read is the problem shown, beside what can be read. */
    Status read() {
        Damage damage = new Damage();
        Journal journal = damage.orLast(journals::read, lastJournal);
        Client client = journal == null ? null : shown(journal, damage);
        Found found = damage.orLast(() -> new Found(connections.of(client).orElse(null)), lastFound);
        Connection connection = found == null ? null : found.connection();
        if (damage.problem == null) {
            lastJournal = journal;
            lastFound = found;
        }
        ClientStatus clientStatus = client == null ? null : status(client, damage);
        List<Problem> all = troubles.all(journal, client, connection, damage.problem);
        return new Status(
                version,
                settings.mode().word(),
                journal == null || damage.lasts ? Phase.BROKEN : phase(journal, client, connection),
                clientStatus,
                connection == null ? null : status(connection),
                all.isEmpty() ? null : all.get(0),
                all.isEmpty() ? List.of() : all.subList(1, all.size()));
    }

    /** The first thing that could not be read. */
    private static final class Damage {
        private @Nullable Problem problem;
        /** Whether it was no mere trouble with files, or nothing was known from before. */
        private boolean lasts;

        /** What is read, or what was read last where files are in the way and not what they say. */
        <T> @Nullable T orLast(Supplier<? extends T> reading, @Nullable T last) {
            try {
                return reading.get();
            } catch (FoxdenException e) {
                problem = problem == null ? e.problem() : problem;
                boolean trouble = e.code() == Code.STORE_UNREACHABLE || e.code() == Code.HOME_UNUSABLE;
                lasts |= !trouble || last == null;
                return trouble ? last : null;
            }
        }

        <T> @Nullable T orNull(Supplier<? extends @Nullable T> reading) {
            try {
                return reading.get();
            } catch (FoxdenException e) {
                problem = problem == null ? e.problem() : problem;
                lasts = true;
                return null;
            }
        }
    }

    /** The client in use; the candidate where the one in use is refused and has nothing left that works. */
    private @Nullable Client shown(Journal journal, Damage damage) {
        Client current = journal.current();
        Client candidate = journal.candidate();
        if (current == null || candidate == null) {
            return current;
        }
        Connection connection = damage.orNull(() -> connections.of(current).orElse(null));
        boolean works = connection != null && connection.state(clock.instant()) == Connection.State.CONNECTED;
        return works ? current : candidate;
    }

    private Phase phase(Journal journal, @Nullable Client client, @Nullable Connection connection) {
        if (client == null) {
            return journal.attempt() == null ? Phase.NEW : Phase.REGISTERING;
        }
        if (vault.problem().isPresent()) {
            return Phase.BROKEN;
        }
        if (connection == null) {
            return client.refused() ? Phase.BROKEN : Phase.REGISTERED;
        }
        return switch (connection.state(clock.instant())) {
            case CONNECTED -> Phase.CONNECTED;
            case BROKEN -> Phase.BROKEN;
            case DISCONNECTED -> client.refused() ? Phase.BROKEN : Phase.DISCONNECTED;
        };
    }

    private ClientStatus status(Client client, Damage damage) {
        boolean locked = vault.problem().isPresent();
        String clientId = locked ? null : damage.orNull(() -> journals.openId(client.id()));
        return new ClientStatus(clientId, client.redirectUri(), client.registeredAt());
    }

    private static @Nullable ConnectionStatus status(Connection connection) {
        SealedTokens tokens = connection.tokens();
        if (tokens == null) {
            return null;
        }
        Instant connectedAt = connection.consent().connectedAt();
        String name = connection.consent().storeName();
        return new ConnectionStatus(
                connection.consent().scope(),
                connection.consent().storeId().orElse(null),
                name == null || name.isEmpty() ? null : name, // asked for, and it has none
                connectedAt,
                tokens.expiresAt(),
                tokens.obtainedAt());
    }
}
