package io.foxden.installer.command;

import io.foxden.event.History;
import io.foxden.event.Told;
import io.foxden.installation.Documents;
import io.foxden.installer.console.Ending;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Says what happened lately. */
@Command(
        name = "history",
        description = {"Say what happened lately, the newest first, in the time of this machine."})
final class HistoryCommand implements Action {
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "so many events at most, 1 to " + History.MOST + "; " + History.USUAL + " if left out")
    private int limit = History.USUAL;

    @Override
    public Ending run(Invocation invocation) throws IOException {
        List<Told> events = invocation.looked().history(limit);
        List<String> lines = events.stream().map(HistoryCommand::line).toList();
        return new Ending.Shown(
                0, Documents.history(events), lines.isEmpty() ? List.of("Nothing has happened yet.") : lines);
    }

    private static String line(Told told) {
        return local(told.at()) + "  " + told.sentence();
    }

    private static String local(Instant instant) {
        return LOCAL.format(instant.atZone(ZoneId.systemDefault()));
    }
}
