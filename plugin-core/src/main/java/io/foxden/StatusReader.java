package io.foxden;

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

    /** Never throws: what cannot be read is the problem shown. */
    Status read() {
        try {
            Journal journal = journals.read();
            Client client = journal.client();
            Connection connection = connections.of(client).orElse(null);
            return new Status(
                    version,
                    settings.mode().word(),
                    phase(journal, connection),
                    client == null ? null : status(client),
                    connection == null ? null : status(connection),
                    problem(journal, connection));
        } catch (FoxdenException e) {
            return new Status(version, settings.mode().word(), Phase.BROKEN, null, null, e.problem());
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

    private @Nullable Problem problem(Journal journal, @Nullable Connection connection) {
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

    private ClientStatus status(Client client) {
        String clientId = vault.problem().isPresent() ? null : journals.openId(client.sealedId());
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
