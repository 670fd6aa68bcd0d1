package io.foxden.benchmarks.row;

import io.foxden.benchmarks.harness.Contender;
import io.foxden.benchmarks.harness.Contest;
import io.foxden.benchmarks.harness.Effort;
import io.foxden.benchmarks.harness.FileEvents;
import io.foxden.benchmarks.harness.Line;
import io.foxden.benchmarks.harness.Row;
import io.foxden.benchmarks.harness.Span;
import io.foxden.benchmarks.harness.Work;
import io.foxden.benchmarks.peer.PeerClient;
import io.foxden.benchmarks.peer.SpringConsent;
import io.foxden.benchmarks.world.ConnectedPlugin;
import io.foxden.benchmarks.world.FoxyProcess;
import io.foxden.benchmarks.world.HomeFolder;
import io.foxden.installation.Machinery;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Whole consents, one after the other, both legs and the owner's browser between them; and how often one of them flushes a
 * file and reads one, background included, and how often it calls Foxy before the browser goes on.
 */
public final class ConsentRow implements Row {
    private static final String SPRING = "Spring Security with H2 made durable";
    private static final int COUNTED = 10;
    private static final long AFTERWARDS_MILLIS = 500;

    @Override
    public String name() {
        return "consent";
    }

    @Override
    public List<Line> measure(Effort effort) throws Exception {
        try (FoxyProcess foxy = FoxyProcess.start();
                HomeFolder home = HomeFolder.make();
                HomeFolder database = HomeFolder.make();
                ConnectedPlugin plugin = ConnectedPlugin.in(home.path(), foxy.address(), Machinery.real());
                SpringConsent spring = new SpringConsent(PeerClient.register(foxy.address()), database.path())) {
            plugin.foxden().start();
            Contest contest = Contest.of(
                    effort, List.of(Contender.of("Foxden", plugin::consent), Contender.of(SPRING, spring::consent)));
            List<Line> lines = new ArrayList<>(contest.speeds("one consent", "≥ 1.00"));
            lines.addAll(
                    counts(count(foxy, home.path(), plugin::consent), count(foxy, database.path(), spring::consent)));
            return lines;
        }
    }

    private record Count(double flushes, double afterwards, double reads, double calls) {}

    /** With a pause after each, for what is done in the background afterwards. */
    private static Count count(FoxyProcess foxy, Path folder, Work consent) throws Exception {
        List<Span> consents = new ArrayList<>();
        FileEvents files = FileEvents.during(folder, () -> {
            for (int n = 0; n < COUNTED; n++) {
                Instant begun = Instant.now();
                consent.run();
                consents.add(new Span(begun, Instant.now()));
                Thread.sleep(AFTERWARDS_MILLIS);
            }
        });
        double flushes = Span.within(consents, files.flushes());
        return new Count(
                flushes,
                (double) files.flushes().size() / COUNTED - flushes,
                Span.within(consents, files.reads()),
                Span.within(consents, foxy.calls()));
    }

    private static List<Line> counts(Count ours, Count theirs) {
        return List.of(
                line("flushes to the disk before the browser goes on", ours.flushes(), theirs.flushes(), "≤ 6 here"),
                line("flushes afterwards", ours.afterwards(), theirs.afterwards(), ""),
                line("reads of files before the browser goes on", ours.reads(), theirs.reads(), ""),
                line("calls to Foxy before the browser goes on", ours.calls(), theirs.calls(), "≤ 2 here"));
    }

    private static Line line(String what, double ours, double theirs, String wanted) {
        return new Line(
                "one consent: " + what,
                String.format(Locale.ROOT, "%.1f", ours),
                SPRING,
                String.format(Locale.ROOT, "%.1f", theirs),
                "",
                wanted);
    }
}
