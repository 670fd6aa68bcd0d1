package io.foxden.testkit;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.foxden.testkit.fault.Consent;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * A sandbox as a process of its own: {@code java -cp … io.foxden.testkit.SandboxMain --port 0 --auto approve}. Prints its
 * addresses as one line of JSON and runs until it is ended from outside. Exits with 1 where it cannot start, with 2 on
 * wrong usage.
 */
public final class SandboxMain {
    private static final String USAGE = """
            Usage: java -cp … io.foxden.testkit.SandboxMain [--port N] [--twin-port N] [--auto approve|deny]

              --port N       port of the API on 127.0.0.1; 0, the default, for a free one
              --twin-port N  port of the twin origin; 0, the default, for a free one
              --auto MODE    approve or deny every authorization at once; by default a page asks
              --help         this text

            Prints the addresses as one line of JSON, and runs until it is ended.
            """;

    private SandboxMain() {}

    public static void main(String[] arguments) {
        int exit = run(List.of(arguments), System.out, System.err);
        if (exit != 0) {
            System.exit(exit);
        }
    }

    /** Starts a sandbox, whose threads keep the process alive, and gives the exit code where it did not. */
    static int run(List<String> arguments, PrintStream out, PrintStream err) {
        if (arguments.contains("--help")) {
            out.print(USAGE);
            return 0;
        }
        try {
            out.println(addresses(Sandbox.start(options(arguments))));
            out.flush();
            return 0;
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage());
            err.print(USAGE);
            return 2;
        } catch (UncheckedIOException e) {
            err.println(e.getMessage());
            return 1;
        }
    }

    static SandboxOptions options(List<String> arguments) {
        Deque<String> rest = new ArrayDeque<>(arguments);
        SandboxOptions options = SandboxOptions.standard();
        while (!rest.isEmpty()) {
            String option = rest.pop();
            options = switch (option) {
                case "--port" -> options.withPort(port(option, rest));
                case "--twin-port" -> options.withTwinPort(port(option, rest));
                case "--auto" -> options.withConsent(consent(value(option, rest)));
                default -> throw new IllegalArgumentException("There is no option " + option + ".");
            };
        }
        return options;
    }

    private static int port(String option, Deque<String> rest) {
        String text = value(option, rest);
        if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) > 65535) {
            throw new IllegalArgumentException(option + " needs a number from 0 to 65535, not " + text + ".");
        }
        return Integer.parseInt(text);
    }

    private static Consent consent(String word) {
        return switch (word) {
            case "approve" -> Consent.APPROVE;
            case "deny" -> Consent.DENY;
            default -> throw new IllegalArgumentException("--auto is approve or deny, not " + word + ".");
        };
    }

    private static String value(String option, Deque<String> rest) {
        if (rest.isEmpty()) {
            throw new IllegalArgumentException(option + " needs a value.");
        }
        return rest.pop();
    }

    private static String addresses(Sandbox sandbox) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("api_url", sandbox.apiUrl().toString())
                .put("authorize_url", sandbox.authorizeUrl().toString())
                .put("twin_url", sandbox.twinUrl().toString())
                .put("control_url", sandbox.controlUrl().toString())
                .toString();
    }
}
