package io.foxden.installer.console;

import io.foxden.installation.Documents;
import io.foxden.problem.Problem;
import java.io.PrintStream;

/**
 * Says what happens: to a person on standard output, or with {@code --json} exactly one document there and everything
 * for people on standard error. For one thread.
 */
public final class Console {
    private static final String RED = "\u001b[31m";
    private static final String NORMAL = "\u001b[0m";

    private final Terminal terminal;
    private final boolean json;

    /** @param json whether standard output is for one JSON document */
    public Console(Terminal terminal, boolean json) {
        this.terminal = terminal;
        this.json = json;
    }

    /** Something a person may read while the command goes on. */
    public void tell(String line) {
        PrintStream stream = json ? terminal.err() : terminal.out();
        print(stream, Plain.text(line));
    }

    /** Shown while something takes long, where a person watches; close it when that is over. */
    public Progress progress(String what) {
        return Progress.start(terminal, Plain.text(what));
    }

    /** Says how the command ended; the last thing a command says. */
    public void end(Ending outcome) {
        if (outcome instanceof Ending.Failed failed) {
            fail(failed.problem());
        } else if (outcome instanceof Ending.Fetched fetched) {
            print(terminal.out(), Plain.json(fetched.json().stripTrailing()));
        } else if (outcome instanceof Ending.Shown told) {
            told(told);
        }
    }

    private void told(Ending.Shown told) {
        if (json) {
            print(terminal.out(), Plain.json(told.json()));
        } else {
            told.lines().forEach(this::tell);
        }
    }

    private void fail(Problem problem) {
        if (json) {
            print(terminal.out(), Plain.json(Documents.problem(problem)));
        }
        String logref = problem.logref() == null ? "" : " (logref " + problem.logref() + ")";
        print(terminal.err(), red(problem.code().title() + ":") + " " + Plain.text(problem.detail()));
        print(terminal.err(), Plain.text(problem.remedy()));
        print(terminal.err(), Plain.text(problem.code().word() + logref));
    }

    private String red(String text) {
        return terminal.errWatched() && terminal.colour() ? RED + text + NORMAL : text;
    }

    private static void print(PrintStream stream, String text) {
        stream.println(text);
        stream.flush();
    }
}
