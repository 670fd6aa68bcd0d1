package io.foxden.installer.command;

import io.foxden.ClientStatus;
import io.foxden.ConnectionStatus;
import io.foxden.Status;
import io.foxden.problem.Problem;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A status in lines for people. */
final class StatusText {
    private StatusText() {}

    static List<String> lines(Status status) {
        List<String> lines = new ArrayList<>();
        lines.add(headline(status));
        client(lines, status.client());
        connection(lines, status.connection());
        Stream.concat(Stream.ofNullable(status.problem()), status.warnings().stream())
                .forEach(problem -> problem(lines, problem));
        return lines;
    }

    static String headline(Status status) {
        return switch (status.phase()) {
            case NEW -> "Not registered at Foxy yet. Next: foxden install";
            case REGISTERING -> "Asked Foxy to register; its answer never came. Next: foxden install";
            case REGISTERED -> "Registered at Foxy; no store is connected yet. Next: foxden connect";
            case CONNECTED -> "Connected to " + store(status.connection()) + ".";
            case BROKEN -> "The connection is broken.";
            case DISCONNECTED -> "Disconnected on purpose; the registration is kept. Next: foxden connect";
        };
    }

    private static String store(@Nullable ConnectionStatus connection) {
        if (connection == null || connection.storeName() == null) {
            return "Foxy";
        }
        String id = connection.storeId();
        return "\"" + connection.storeName() + "\"" + (id == null ? "" : " (store " + id + ")");
    }

    private static void client(List<String> lines, @Nullable ClientStatus client) {
        if (client != null) {
            lines.add("  client id           " + client.clientId());
            lines.add("  redirect URI        " + client.redirectUri());
            lines.add("  registered          " + client.registeredAt());
        }
    }

    private static void connection(List<String> lines, @Nullable ConnectionStatus connection) {
        if (connection != null) {
            lines.add("  scope               " + connection.scope());
            lines.add("  connected           " + connection.connectedAt());
            lines.add("  token refreshed     " + connection.refreshedAt());
            lines.add("  token valid until   " + connection.accessTokenExpiresAt());
        }
    }

    private static void problem(List<String> lines, Problem problem) {
        String logref = problem.logref() == null ? "" : " (logref " + problem.logref() + ")";
        lines.add(problem.code().title() + ": " + problem.detail());
        if (problem.since() != null) {
            lines.add("  since               " + problem.since().truncatedTo(ChronoUnit.SECONDS));
        }
        if (problem.nextAttemptAt() != null) {
            lines.add("  next attempt        " + problem.nextAttemptAt().truncatedTo(ChronoUnit.SECONDS));
        }
        lines.add(problem.remedy());
        lines.add(problem.code().word() + logref);
    }
}
