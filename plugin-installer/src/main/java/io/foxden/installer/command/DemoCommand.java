package io.foxden.installer.command;

import io.foxden.demo.Demo;
import io.foxden.demo.DemoOptions;
import io.foxden.demo.StrandedException;
import io.foxden.demo.WalkStep;
import io.foxden.installer.console.Console;
import io.foxden.installer.console.Ending;
import io.foxden.installer.console.OutputLine;
import io.foxden.problem.Code;
import io.foxden.problem.Problem;
import io.foxden.words.Message;
import io.foxden.words.Words;
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
@Command(name = "demo")
final class DemoCommand implements Action, Staying {
    private static final int HIGHEST_PORT = 65535;
    private static final int FACTS = 6;

    @Option(names = "--once")
    private boolean once;

    @Option(names = "--port", paramLabel = "PORT")
    private int port;

    private @Nullable Demo demo;

    /** What is no demo's is not touched: its folder is a temporary one, or an empty one that is named. */
    @Override
    public void checkHome(Invocation invocation) {
        if (invocation.options().home != null) {
            invocation.checkHome(false);
        }
    }

    @Override
    public Ending run(Invocation invocation) throws IOException {
        if (port < 0 || port > HIGHEST_PORT) {
            return new Ending.Failed(Problem.of(
                    Code.WRONG_USAGE, Message.of("installer/command/bad-port").with("port", port)));
        }
        DemoOptions options = new DemoOptions(invocation.options().home, port, !once);
        return once ? walk(options, invocation.console()) : open(Demo.start(options));
    }

    private static Ending walk(DemoOptions options, Console console) throws IOException {
        long begun = System.nanoTime();
        List<Map<String, Object>> steps = new ArrayList<>();
        try (Demo demo = Demo.start(options)) {
            demo.walk(step -> {
                steps.add(document(step, console.words()));
                lines(steps.size(), step).forEach(console::tell);
            });
        } catch (StrandedException e) {
            Message what = Message.of("installer/command/demo-stranded")
                    .with("count", steps.size())
                    .with("why", e.reason());
            return new Ending.Failed(Problem.of(Code.INTERNAL, what));
        }
        long milliseconds = (System.nanoTime() - begun) / 1_000_000;
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("steps", steps);
        document.put("milliseconds", milliseconds);
        return Ending.done(
                document,
                List.of(OutputLine.of(Message.of("installer/command/demo-done").with("milliseconds", milliseconds))));
    }

    private static Map<String, Object> document(WalkStep step, Words words) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("step", step.name());
        document.put("did", words.text(step.text()));
        document.put("milliseconds", step.took().toMillis());
        document.put("facts", step.facts());
        return document;
    }

    private static List<OutputLine> lines(int number, WalkStep step) {
        List<OutputLine> lines = new ArrayList<>();
        Message did = Message.of("installer/command/demo-step")
                .with("did", step.text())
                .with("milliseconds", step.took().toMillis());
        lines.add(OutputLine.before(String.format("%2d.", number), did));
        step.facts()
                .forEach((name, value) -> lines.add(new OutputLine(FACTS, null, 0, Message.asIs(name + ": " + value))));
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
                        OutputLine.of(Message.of("installer/command/demo.open").with("url", started.address())),
                        OutputLine.of(Message.of("installer/command/demo.code").with("file", started.setupCodeFile())),
                        OutputLine.of(Message.of("installer/command/demo.foxy").with("url", started.foxyAddress())),
                        OutputLine.of(Message.of("installer/command/demo.end"))));
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
