package io.foxden.installer.command;

import io.foxden.event.History;
import io.foxden.event.Told;
import io.foxden.installation.Documents;
import io.foxden.installer.console.Ending;
import io.foxden.installer.console.OutputLine;
import io.foxden.words.Message;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Says what happened lately. */
@Command(name = "history")
final class HistoryCommand implements Action {
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    @Option(names = "--limit", paramLabel = "N")
    private int limit = History.USUAL;

    @Override
    public Ending run(Invocation invocation) throws IOException {
        List<Told> events = invocation.looked().history(limit);
        List<OutputLine> lines = events.isEmpty()
                ? List.of(OutputLine.of(Message.of("installer/command/history-empty")))
                : events.stream().map(HistoryCommand::line).toList();
        return new Ending.Shown(0, Documents.history(events), lines);
    }

    private static OutputLine line(Told told) {
        return OutputLine.before(local(told.at()) + " ", told.sentence());
    }

    private static String local(Instant instant) {
        return LOCAL.format(instant.atZone(ZoneId.systemDefault()));
    }
}
