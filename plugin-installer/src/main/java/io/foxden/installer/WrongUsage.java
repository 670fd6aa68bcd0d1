package io.foxden.installer;

import io.foxden.problem.Code;
import io.foxden.problem.Problem;
import java.util.List;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What a command line that cannot be understood is told: what is wrong with it, and what was probably meant. */
final class WrongUsage {
    private WrongUsage() {}

    static Problem of(ParameterException wrong) {
        String command = wrong.getCommandLine().getCommandSpec().qualifiedName();
        return Problem.of(Code.WRONG_USAGE, sentence(wrong))
                .withRemedy(suggestion(wrong) + "See '" + command + " --help'.");
    }

    private static String sentence(ParameterException wrong) {
        if (wrong instanceof UnmatchedArgumentException unmatched) {
            List<String> arguments = unmatched.getUnmatched();
            boolean option = unmatched.isUnknownOption();
            return (option ? "There is no option " : "There is no command or argument ") + "'" + arguments.get(0)
                    + "' here.";
        }
        String message = String.valueOf(wrong.getMessage());
        return message.endsWith(".") ? message : message + ".";
    }

    private static String suggestion(ParameterException wrong) {
        if (wrong instanceof UnmatchedArgumentException unmatched
                && !unmatched.getSuggestions().isEmpty()) {
            return "Did you mean " + String.join(" or ", unmatched.getSuggestions()) + "? ";
        }
        return "";
    }
}
