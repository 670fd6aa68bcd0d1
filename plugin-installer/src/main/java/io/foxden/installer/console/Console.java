package io.foxden.installer.console;

import io.foxden.installation.Documents;
import io.foxden.problem.Problem;
import io.foxden.words.Message;
import io.foxden.words.Words;
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
    private final Words words;

    /** @param json whether standard output is for one JSON document */
    public Console(Terminal terminal, boolean json, Words words) {
        this.terminal = terminal;
        this.json = json;
        this.words = words;
    }

    /** In which everything is said, in documents too. */
    public Words words() {
        return words;
    }

    /** Something a person may read while the command goes on. */
    public void tell(OutputLine line) {
        PrintStream stream = json ? terminal.err() : terminal.out();
        print(stream, Plain.text(line.in(words)));
    }

    /** Shown while something takes long, where a person watches; close it when that is over. */
    public Progress progress(Message what) {
        return Progress.start(terminal, Plain.text(words.text(what)));
    }

    /** Something a person has to know who cannot read the outcome. */
    public void complain(Message what) {
        print(terminal.err(), Plain.text(words.text(what)));
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
            print(terminal.out(), Plain.json(Documents.problem(problem, words)));
        }
        String title = red(words.text(problem.code().heading()) + ":");
        print(terminal.err(), title + " " + Plain.text(problem.detail(words)));
        print(terminal.err(), Plain.text(problem.remedy(words)));
        print(terminal.err(), Plain.text(words.text(reference(problem))));
    }

    /** The code, with Foxy's own reference, where there is one. */
    public static Message reference(Problem problem) {
        Message code = Message.asIs(problem.code().word());
        String logref = problem.logref();
        return logref == null
                ? code
                : Message.of("installer/console/reference").with("code", code).with("logref", logref);
    }

    private String red(String text) {
        return terminal.errWatched() && terminal.colour() ? RED + text + NORMAL : text;
    }

    private static void print(PrintStream stream, String text) {
        stream.println(text);
        stream.flush();
    }
}
