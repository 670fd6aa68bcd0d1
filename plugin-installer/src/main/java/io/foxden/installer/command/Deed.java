package io.foxden.installer.command;

import io.foxden.Status;
import io.foxden.hal.Json;
import io.foxden.hal.MalformedDocumentException;
import io.foxden.installation.Documents;
import io.foxden.installation.Forgotten;
import io.foxden.installer.console.Ending;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How a command that changes something says what it did: the status document, with what was done beside it. */
final class Deed {
    private Deed() {}

    /** Something was done, and this is how things stand now. */
    static Ending done(String sentence, Status status) {
        return outcome(true, sentence, status);
    }

    /** Something was forgotten; what could not be read is said. */
    static Ending forgotten(String sentence, Forgotten forgotten) {
        Map<String, Object> document = document(true, sentence, forgotten.status());
        document.put("unread", Documents.problems(forgotten.unread()));
        List<String> lines = new ArrayList<>();
        lines.add(sentence);
        forgotten.unread().forEach(problem -> lines.add("Not read: " + problem.detail() + " " + problem.remedy()));
        lines.addAll(StatusText.lines(forgotten.status()));
        return Ending.done(document, lines);
    }

    /** All was as it should be already. */
    static Ending nothing(String reason, Status status) {
        return outcome(false, "Nothing to do: " + reason, status);
    }

    /**
     * What would be done without {@code --dry-run}.
     *
     * @param action goes on after "Would", without a full stop
     * @param details what it would be done with
     */
    static Ending would(String action, Map<String, String> details, Status status) {
        Map<String, Object> document = document(false, "Would " + action + ".", status);
        document.put("dry_run", true);
        document.put("would", details);
        List<String> lines = new ArrayList<>();
        lines.add("Would " + action + (details.isEmpty() ? "." : ":"));
        details.forEach((name, value) -> lines.add(String.format("  %-20s %s", name, value)));
        lines.add("Nothing was changed.");
        return Ending.done(document, lines);
    }

    private static Ending outcome(boolean changed, String sentence, Status status) {
        List<String> lines = new ArrayList<>();
        lines.add(sentence);
        lines.addAll(StatusText.lines(status));
        return Ending.done(document(changed, sentence, status), lines);
    }

    private static Map<String, Object> document(boolean changed, String sentence, Status status) {
        try {
            Map<String, Object> document = new LinkedHashMap<>(Json.read(Documents.status(status)));
            document.put("changed", changed);
            document.put("did", sentence);
            return document;
        } catch (MalformedDocumentException e) {
            throw new IllegalStateException("The status document is no JSON", e);
        }
    }
}
