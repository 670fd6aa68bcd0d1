package io.foxden.installer;

import io.foxden.installer.command.Arguments;
import io.foxden.problem.Code;
import io.foxden.problem.Problem;
import io.foxden.words.Message;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What a command line that cannot be understood is told: what is wrong with it, and what was probably meant. */
final class WrongUsage {
    private WrongUsage() {}

    static Problem of(ParameterException wrong) {
        return Problem.of(Code.WRONG_USAGE, what(wrong)).withNext(Message.sentences(next(wrong)));
    }

    private static Message what(ParameterException wrong) {
        if (wrong instanceof UnmatchedArgumentException unmatched) {
            return Message.of(unmatched.isUnknownOption() ? "installer/wrong.option" : "installer/wrong.argument")
                    .with("argument", unmatched.getUnmatched().get(0));
        }
        if (wrong instanceof MissingParameterException missing) {
            return Message.of("installer/wrong.missing").with("names", Arguments.named(missing.getMissing()));
        }
        if (wrong instanceof OverwrittenOptionException twice) {
            return Message.of("installer/wrong.twice").with("name", Arguments.named(twice.getOverwritten()));
        }
        return value(wrong);
    }

    private static Message value(ParameterException wrong) {
        ArgSpec argument = wrong.getArgSpec();
        if (argument == null) {
            return Message.of("installer/wrong.other").with("why", String.valueOf(wrong.getMessage()));
        }
        String value = wrong.getValue();
        Message what = Message.of(value == null ? "installer/wrong.unusable" : "installer/wrong.value");
        return what.with("value", String.valueOf(value))
                .with("name", Arguments.named(argument))
                .with("allowed", Arguments.allowed(argument));
    }

    private static List<Message> next(ParameterException wrong) {
        List<Message> next = new ArrayList<>();
        if (wrong instanceof UnmatchedArgumentException unmatched
                && !unmatched.getSuggestions().isEmpty()) {
            next.add(Message.of("installer/wrong.meant").with("choices", unmatched.getSuggestions()));
        }
        String command = wrong.getCommandLine().getCommandSpec().qualifiedName();
        next.add(Message.of("installer/wrong.next").with("command", command));
        return next;
    }
}
