package io.foxden.installer.console;

import io.foxden.hal.Json;
import io.foxden.problem.Problem;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a command ended: said once, as JSON for a script or as text for a person. */
public sealed interface Ending {

    /** The exit status of the process. */
    int exitStatus();

    /**
     * The command did what it is for, or found nothing to do, or found how things stand.
     *
     * @param json the document that {@code --json} prints
     * @param lines what a person reads
     */
    record Shown(int exitStatus, String json, List<OutputLine> lines) implements Ending {
        public Shown {
            lines = List.copyOf(lines);
        }
    }

    /**
     * The answer of the API: JSON already, and the same for a script and a person.
     *
     * @param json one JSON document
     */
    record Fetched(String json) implements Ending {
        @Override
        public int exitStatus() {
            return 0;
        }
    }

    /** The command could not do it. */
    record Failed(Problem problem) implements Ending {
        @Override
        public int exitStatus() {
            return problem.code().exitStatus();
        }
    }

    /** Done. */
    static Ending done(Map<String, ? extends @Nullable Object> document, List<OutputLine> lines) {
        return new Shown(0, Json.write(document), lines);
    }
}
