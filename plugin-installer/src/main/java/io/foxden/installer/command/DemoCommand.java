package io.foxden.installer.command;

import io.foxden.demo.Demo;
import io.foxden.demo.DemoOptions;
import io.foxden.demo.StrandedException;
import io.foxden.demo.WalkStep;
import io.foxden.installer.console.Console;
import io.foxden.installer.console.Ending;
import io.foxden.problem.Code;
import io.foxden.problem.Problem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The whole job on this machine. */
@Command(
        name = "demo",
        description = {
            "Do the whole job on this machine, with nothing else needed: start a stand-in for Foxy and a server with the"
                    + " plugin, and stay up for a browser until Ctrl-C.",
            "The home folder is a temporary one unless --home gives an empty one."
        })
final class DemoCommand implements Action, Staying {
    private static final int HIGHEST_PORT = 65535;

    @Option(
            names = "--once",
            description =
                    "Register, authorize, exchange, read the store and refresh by itself, say each step, and end.")
    private boolean once;

    @Option(names = "--port", paramLabel = "PORT", description = "The server's port; a free one if not given.")
    private int port;

    private @Nullable Demo demo;

    @Override
    public Ending run(Invocation invocation) throws IOException {
        if (port < 0 || port > HIGHEST_PORT) {
            return new Ending.Failed(
                    Problem.of(Code.WRONG_USAGE, "--port is " + port + ", not 1 to " + HIGHEST_PORT + "."));
        }
        DemoOptions options = new DemoOptions(invocation.options().home, port, !once);
        return once ? walk(options, invocation.console()) : open(Demo.start(options));
    }

    private static Ending walk(DemoOptions options, Console console) throws IOException {
        long begun = System.nanoTime();
        List<Map<String, Object>> steps = new ArrayList<>();
        try (Demo demo = Demo.start(options)) {
            demo.walk(step -> {
                steps.add(document(step));
                lines(steps.size(), step).forEach(console::tell);
            });
        } catch (StrandedException e) {
            return new Ending.Failed(
                    Problem.of(Code.INTERNAL, "The demo ended after step " + steps.size() + ". " + e.getMessage()));
        }
        long milliseconds = (System.nanoTime() - begun) / 1_000_000;
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("steps", steps);
        document.put("milliseconds", milliseconds);
        return Ending.done(document, List.of("Done, in " + milliseconds + " ms."));
    }

    private static Map<String, Object> document(WalkStep step) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("step", step.name());
        document.put("did", step.text());
        document.put("milliseconds", step.took().toMillis());
        document.put("facts", step.facts());
        return document;
    }

    private static List<String> lines(int number, WalkStep step) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                "%2d. %s (%d ms)", number, step.text(), step.took().toMillis()));
        step.facts().forEach((name, value) -> lines.add("      " + name + ": " + value));
        return lines;
    }

    private Ending open(Demo started) {
        demo = started;
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("address", started.address().toString());
        document.put("setup_code_file", started.setupCodeFile().toString());
        document.put("foxy_address", started.foxyAddress().toString());
        return Ending.done(
                document,
                List.of(
                        "Open " + started.address(),
                        "The setup code is in the file " + started.setupCodeFile(),
                        "Foxy's stand-in answers at " + started.foxyAddress() + "; it asks you to approve.",
                        "Ctrl-C ends the demo."));
    }

    /** Until Ctrl-C, or whoever started this thread interrupts it; what was started ends with it. */
    @Override
    public void stay() throws InterruptedException {
        Demo staying = demo;
        if (staying == null) {
            return;
        }
        Thread end = new Thread(() -> close(staying), "foxden-demo-end");
        Runtime.getRuntime().addShutdownHook(end);
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Runtime.getRuntime().removeShutdownHook(end);
            close(staying);
            throw e;
        }
    }

    private static void close(Demo staying) {
        try {
            staying.close();
        } catch (IOException e) {
            // The process ends; what could not be deleted is the system's to tidy, like all temporary files.
        }
    }
}
