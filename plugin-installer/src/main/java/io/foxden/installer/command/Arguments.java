package io.foxden.installer.command;

import io.foxden.event.History;
import io.foxden.words.Message;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Options and arguments as people are told of them. */
public final class Arguments {
    private Arguments() {}

    /** As it stands in the help: {@code --home DIR}, or {@code LINK}. */
    public static String named(ArgSpec argument) {
        if (argument instanceof OptionSpec option) {
            return option.longestName() + (option.arity().max() == 0 ? "" : " " + option.paramLabel());
        }
        return argument.paramLabel();
    }

    public static List<String> named(List<ArgSpec> arguments) {
        return arguments.stream().map(Arguments::named).toList();
    }

    /** What it takes, to end a sentence. */
    public static Message allowed(ArgSpec argument) {
        if (argument.completionCandidates() != null) {
            List<String> choices = new ArrayList<>();
            argument.completionCandidates().forEach(choices::add);
            return Message.of("installer/command/allowed.choice").with("choices", choices);
        }
        return Message.of("installer/command/allowed." + kind(argument)).with("most", History.MOST);
    }

    private static String kind(ArgSpec argument) {
        return switch (HelpTexts.bare(argument)) {
            case "timeout" -> "timeout";
            case "limit" -> "limit";
            case "port" -> "port";
            case "d" -> "pair";
            default -> argument.typeInfo().isBoolean() ? "flag" : "value";
        };
    }
}
