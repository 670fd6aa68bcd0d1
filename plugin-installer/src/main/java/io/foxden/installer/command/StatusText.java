package io.foxden.installer.command;

import io.foxden.ClientStatus;
import io.foxden.ConnectionStatus;
import io.foxden.Phase;
import io.foxden.Status;
import io.foxden.installer.console.Console;
import io.foxden.installer.console.OutputLine;
import io.foxden.problem.Problem;
import io.foxden.words.Message;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A status in lines for people. */
final class StatusText {
    private final List<OutputLine> lines = new ArrayList<>();

    private StatusText() {}

    static List<OutputLine> lines(Status status) {
        StatusText text = new StatusText();
        text.lines.add(OutputLine.of(headline(status)));
        text.client(status.client());
        text.connection(status.connection());
        Stream.concat(Stream.ofNullable(status.problem()), status.warnings().stream())
                .forEach(text::problem);
        return text.lines;
    }

    private static Message headline(Status status) {
        return status.phase() == Phase.CONNECTED
                ? connected(status.connection())
                : Message.of("installer/command/phase." + status.phase().word());
    }

    private static Message connected(@Nullable ConnectionStatus connection) {
        String name = connection == null ? null : connection.storeName();
        String id = connection == null ? null : connection.storeId();
        if (name == null) {
            return Message.of("installer/command/phase.connected");
        }
        return Message.of(
                        id == null ? "installer/command/phase.connected-name" : "installer/command/phase.connected-id")
                .with("store", name)
                .with("id", Objects.requireNonNullElse(id, ""));
    }

    private void client(@Nullable ClientStatus client) {
        if (client != null) {
            value("client-id", Objects.requireNonNullElse(client.clientId(), Message.of("installer/command/hidden")));
            value("redirect-uri", client.redirectUri());
            value("registered", client.registeredAt().truncatedTo(ChronoUnit.SECONDS));
        }
    }

    private void connection(@Nullable ConnectionStatus connection) {
        if (connection != null) {
            value("scope", connection.scope());
            value("connected", connection.connectedAt().truncatedTo(ChronoUnit.SECONDS));
            value("refreshed", connection.refreshedAt().truncatedTo(ChronoUnit.SECONDS));
            value("valid-until", connection.accessTokenExpiresAt().truncatedTo(ChronoUnit.SECONDS));
        }
    }

    private void problem(Problem problem) {
        lines.add(OutputLine.of(Message.of("installer/command/problem")
                .with("title", problem.code().heading())
                .with("what", problem.what())));
        if (problem.since() != null) {
            value("since", problem.since().truncatedTo(ChronoUnit.SECONDS));
        }
        if (problem.nextAttemptAt() != null) {
            value("next-attempt", problem.nextAttemptAt().truncatedTo(ChronoUnit.SECONDS));
        }
        lines.add(OutputLine.of(problem.next()));
        lines.add(OutputLine.of(Console.reference(problem)));
    }

    private void value(String label, Object value) {
        lines.add(OutputLine.value(Message.of("installer/command/label." + label), value));
    }
}
