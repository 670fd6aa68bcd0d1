package io.foxden.doctor;

import io.foxden.problem.FoxdenException;
import io.foxden.problem.Problem;
import io.foxden.words.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What the checks say, each under the name of its look. For one thread. */
final class Findings {
    private final List<Check> checks = new ArrayList<>();
    private String name = "";
    private int before;

    /** One look; where it ends with a problem, that is what it found. */
    void look(String newName, Consumer<Findings> look) {
        name = newName;
        before = checks.size();
        try {
            look.accept(this);
        } catch (FoxdenException e) {
            failed(e.problem());
        }
    }

    boolean nothingSaid() {
        return checks.size() == before;
    }

    void ok(Message found) {
        checks.add(Check.ok(name, found));
    }

    void warning(Message found, Message next) {
        checks.add(Check.warning(name, found, next));
    }

    /** Of what lasts, and does not stop us yet. */
    void warning(Problem problem) {
        checks.add(Check.warning(name, problem));
    }

    /** Of what is amiss and has no code of its own: what to do about it counts. */
    void amiss(List<Problem> problems) {
        problems.forEach(problem -> warning(problem.what(), problem.next()));
    }

    void failed(Problem problem) {
        checks.add(Check.failed(name, problem));
    }

    List<Check> checks() {
        return checks;
    }
}
