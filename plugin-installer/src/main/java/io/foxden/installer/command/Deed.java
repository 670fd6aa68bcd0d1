package io.foxden.installer.command;

import io.foxden.Status;
import io.foxden.hal.Json;
import io.foxden.hal.MalformedDocumentException;
import io.foxden.installation.Documents;
import io.foxden.installation.Forgotten;
import io.foxden.installer.console.Ending;
import io.foxden.installer.console.OutputLine;
import io.foxden.words.Message;
import io.foxden.words.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How a command that changes something says what it did: the status document, with what was done beside it. */
final class Deed {
    private final Words words;

    private Deed(Words words) {
        this.words = words;
    }

    static Deed of(Invocation invocation) {
        return new Deed(invocation.words());
    }

    /** Something was done, and this is how things stand now. */
    Ending done(Message did, Status status) {
        return outcome(true, did, status);
    }

    /** Something was forgotten; what could not be read is said. */
    Ending forgotten(Message did, Forgotten forgotten) {
        Map<String, Object> document = document(true, did, forgotten.status());
        document.put("unread", Documents.problems(forgotten.unread(), words));
        List<OutputLine> lines = new ArrayList<>();
        lines.add(OutputLine.of(did));
        forgotten.unread().stream()
                .map(problem -> Message.of("installer/command/unread")
                        .with("what", problem.what())
                        .with("next", problem.next()))
                .map(OutputLine::of)
                .forEach(lines::add);
        lines.addAll(StatusText.lines(forgotten.status()));
        return Ending.done(document, lines);
    }

    /**
     * All was as it should be already.
     *
     * @param why a sentence
     */
    Ending nothing(Message why, Status status) {
        return outcome(false, Message.of("installer/command/nothing-to-do").with("why", why), status);
    }

    /**
     * What would be done without {@code --dry-run}.
     *
     * @param would a sentence
     * @param details what it would be done with
     */
    Ending would(Message would, Map<String, String> details, Status status) {
        Map<String, Object> document = document(false, would, status);
        document.put("dry_run", true);
        document.put("would", details);
        List<OutputLine> lines = new ArrayList<>();
        lines.add(OutputLine.of(would));
        details.forEach((name, value) -> lines.add(OutputLine.value(Message.asIs(name), value)));
        lines.add(OutputLine.of(Message.of("installer/command/unchanged")));
        return Ending.done(document, lines);
    }

    private Ending outcome(boolean changed, Message did, Status status) {
        List<OutputLine> lines = new ArrayList<>();
        lines.add(OutputLine.of(did));
        lines.addAll(StatusText.lines(status));
        return Ending.done(document(changed, did, status), lines);
    }

    private Map<String, Object> document(boolean changed, Message did, Status status) {
        try {
            Map<String, Object> document = new LinkedHashMap<>(Json.read(Documents.status(status, words)));
            document.put("changed", changed);
            document.put("did", words.text(did));
            return document;
        } catch (MalformedDocumentException e) {
            throw new IllegalStateException("The status document is no JSON", e);
        }
    }
}
