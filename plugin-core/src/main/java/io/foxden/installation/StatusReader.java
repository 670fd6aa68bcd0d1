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
import io.foxden.vault.Vault;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts the status together from the records as they are now. */
final class StatusReader {
    private final String version;
    private final Settings settings;
    private final Vault vault;
    private final ClientJournal journals;
    private final Connections connections;

    StatusReader(String version, Settings settings, Vault vault, ClientJournal journals, Connections connections) {
        this.version = version;
        this.settings = settings;
        this.vault = vault;
        this.journals = journals;
        this.connections = connections;
    }

    /** Never throws: what cannot be read is the problem shown, beside what can be read. */
    Status read() {
        Damage damage = new Damage();
        Journal journal = damage.orNull(journals::read);
        if (journal == null) {
            return new Status(version, settings.mode().word(), Phase.BROKEN, null, null, damage.problem, List.of());
        }
        Client client = journal.client();
        Connection connection = damage.orNull(() -> connections.of(client).orElse(null));
        ClientStatus clientStatus = client == null ? null : status(client, damage);
        return new Status(
                version,
                settings.mode().word(),
                damage.problem == null ? phase(journal, connection) : Phase.BROKEN,
                clientStatus,
                connection == null ? null : status(connection),
                problem(journal, connection, damage.problem),
                List.of());
    }

    /** The first thing that could not be read. */
    private static final class Damage {
        private @Nullable Problem problem;

        <T> @Nullable T orNull(Supplier<? extends @Nullable T> reading) {
            try {
                return reading.get();
            } catch (FoxdenException e) {
                problem = problem == null ? e.problem() : problem;
                return null;
            }
        }
    }

    private Phase phase(Journal journal, @Nullable Connection connection) {
        Client client = journal.client();
        if (client == null) {
            return journal.attempt() == null ? Phase.NEW : Phase.REGISTERING;
        }
        if (client.refused() || vault.problem().isPresent()) {
            return Phase.BROKEN;
        }
        if (connection == null) {
            return Phase.REGISTERED;
        }
        return switch (connection.state()) {
            case CONNECTED -> Phase.CONNECTED;
            case BROKEN -> Phase.BROKEN;
            case DISCONNECTED -> Phase.DISCONNECTED;
        };
    }

    private @Nullable Problem problem(Journal journal, @Nullable Connection connection, @Nullable Problem damage) {
        List<Problem> settingProblems = settings.problems();
        if (!settingProblems.isEmpty()) {
            return Problem.of(
                    Code.BAD_SETTING,
                    settingProblems.stream().map(Problem::detail).collect(Collectors.joining(" ")));
        }
        Optional<Problem> locked = vault.problem();
        if (locked.isPresent()) {
            return locked.get();
        }
        if (damage != null) {
            return damage;
        }
        Client client = journal.client();
        if (client != null && client.refused()) {
            return Problem.of(
                    Code.CLIENT_UNKNOWN,
                    "Foxy has not accepted this installation's client since " + client.refusedAt() + ".");
        }
        if (client == null && journal.attempt() != null) {
            return Problem.of(
                    Code.REGISTRATION_AMBIGUOUS,
                    "The registration asked for at " + journal.attempt().startedAt() + " has no answer.");
        }
        return connection == null ? null : connection.problem();
    }

    private ClientStatus status(Client client, Damage damage) {
        boolean locked = vault.problem().isPresent();
        String clientId = locked ? null : damage.orNull(() -> journals.openId(client.sealedId()));
        return new ClientStatus(clientId, client.redirectUri(), client.registeredAt());
    }

    private static @Nullable ConnectionStatus status(Connection connection) {
        if (connection.state() == Connection.State.DISCONNECTED) {
            return null;
        }
        return new ConnectionStatus(
                connection.scope(),
                connection.storeId().orElse(null),
                connection.storeName(),
                Objects.requireNonNull(connection.connectedAt()),
                Objects.requireNonNull(connection.expiresAt()),
                Objects.requireNonNull(connection.refreshedAt()));
    }
}
