package io.foxden.installer;

import io.foxden.Version;
import io.foxden.installer.command.Action;
import io.foxden.installer.command.HelpTexts;
import io.foxden.installer.command.Invocation;
import io.foxden.installer.command.Outside;
import io.foxden.installer.command.RootCommand;
import io.foxden.installer.command.Staying;
import io.foxden.installer.console.Console;
import io.foxden.installer.console.Ending;
import io.foxden.installer.console.LogSetup;
import io.foxden.installer.console.OutputLine;
import io.foxden.problem.Code;
import io.foxden.problem.FoxdenException;
import io.foxden.problem.Problem;
import io.foxden.words.Message;
import io.foxden.words.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Runs one command line: whatever happens, the outcome is said once, and the exit status fits it. */
final class Shell {
    private final Outside outside;
    private final RootCommand root = new RootCommand();
    private final CommandLine line =
            new CommandLine(root).setCaseInsensitiveEnumValuesAllowed(true).setExpandAtFiles(false);
    private Words words;
    private @Nullable Staying staying;

    Shell(Outside outside) {
        this.outside = outside;
        this.words = outside.words();
    }

    /** @return the exit status, one of {@link ExitCode} */
    int run(String... arguments) {
        boolean json = asksForJson(arguments);
        Ending outcome = outcome(json, arguments);
        console(json).end(outcome);
        if (outside.terminal().out().checkError()) {
            return unheard(outcome);
        }
        if (staying != null && outcome.exitStatus() == 0) {
            stay(staying);
        }
        return outcome.exitStatus();
    }

    /** Who cannot read the outcome must not take it for done. */
    private int unheard(Ending outcome) {
        console(false).complain(Message.of("installer/unheard"));
        if (staying != null) {
            Thread.currentThread().interrupt(); // nobody knows where it is: it goes at once, and tidies up
            stay(staying);
        }
        return Math.max(outcome.exitStatus(), ExitCode.FAILED.status());
    }

    private Console console(boolean json) {
        return new Console(outside.terminal(), json, words);
    }

    private static void stay(Staying command) {
        try {
            command.stay();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Ending outcome(boolean json, String... arguments) {
        try {
            List<CommandLine> chain = line.parseArgs(arguments).asCommandLineList();
            chain.forEach(Shell::checkMatched);
            return perform(chain, json);
        } catch (ParameterException e) {
            return new Ending.Failed(WrongUsage.of(e));
        } catch (FoxdenException e) {
            return new Ending.Failed(e.problem());
        } catch (Exception | Error e) {
            return unexpected(e);
        }
    }

    /** Who asks for help is not told of what is wrong beside it, except by us. */
    private static void checkMatched(CommandLine command) {
        List<String> unmatched = command.getUnmatchedArguments();
        if (!unmatched.isEmpty()) {
            throw new UnmatchedArgumentException(command, unmatched);
        }
    }

    private Ending perform(List<CommandLine> chain, boolean json) throws Exception {
        words = outside.words(root.options());
        CommandLine last = chain.get(chain.size() - 1);
        if (chain.stream().anyMatch(CommandLine::isUsageHelpRequested)) {
            return told("help", help(last).stripTrailing());
        }
        if (chain.stream().anyMatch(CommandLine::isVersionHelpRequested)) {
            return told("version", Version.TEXT);
        }
        if (last.getCommand() instanceof Staying command) {
            staying = command;
        }
        if (last.getCommand() instanceof Action action) {
            return act(action, console(json));
        }
        Message what = Message.of("installer/no-command")
                .with("commands", List.copyOf(last.getSubcommands().keySet()));
        return new Ending.Failed(Problem.of(Code.WRONG_USAGE, what));
    }

    private String help(CommandLine command) {
        line.setResourceBundle(new HelpTexts(words, line).withStatuses(line, ExitCode.table()));
        return command.getUsageMessage();
    }

    private Ending act(Action action, Console console) throws Exception {
        if (root.options().verbose()) {
            LogSetup.verbose();
        }
        try (Invocation invocation = new Invocation(outside, root.options(), console)) {
            return run(action, invocation);
        }
    }

    private static Ending run(Action action, Invocation invocation) throws Exception {
        try {
            action.checkHome(invocation);
            return action.run(invocation);
        } catch (FoxdenException e) {
            return new Ending.Failed(invocation.withAddress(e.problem()));
        }
    }

    private static Ending told(String name, String text) {
        return Ending.done(
                Map.of(name, text), text.lines().map(OutputLine::asIs).toList());
    }

    /** The exception's message is left out, as nobody can know what is in it; whoever wants it asks with -v. */
    private Ending unexpected(Throwable e) {
        if (root.options().verbose()) {
            e.printStackTrace(outside.terminal().err());
        }
        String name = e.getClass().getSimpleName();
        return new Ending.Failed(
                Problem.of(Code.INTERNAL, Message.of("installer/unexpected").with("name", name))
                        .withNext(Message.of("installer/unexpected.next")));
    }

    /**
     * Whether the arguments ask for JSON, as far as that can be told before they are understood: a wrong option, too, has
     * to be told as JSON.
     */
    static boolean asksForJson(String... arguments) {
        return Arrays.stream(arguments)
                .takeWhile(argument -> !argument.equals("--"))
                .anyMatch(argument -> argument.equals("--json") || argument.equals("--json=true"));
    }
}
