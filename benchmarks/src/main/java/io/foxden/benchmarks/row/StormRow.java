package io.foxden.benchmarks.row;

import io.foxden.benchmarks.harness.Effort;
import io.foxden.benchmarks.harness.Figure;
import io.foxden.benchmarks.harness.Fork;
import io.foxden.benchmarks.harness.Line;
import io.foxden.benchmarks.harness.Median;
import io.foxden.benchmarks.harness.Row;
import io.foxden.benchmarks.world.ConnectedPlugin;
import io.foxden.benchmarks.world.FoxyProcess;
import io.foxden.benchmarks.world.HomeFolder;
import io.foxden.installation.Machinery;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** 64 readers find the token expired at the same moment: how long the last of them waits. */
public final class StormRow implements Row {
    private static final int READERS = 64;
    private static final double PROVIDER_MILLIS = 50;
    private static final long AGREED_MILLIS = 300;

    @Override
    public String name() {
        return "storm";
    }

    @Override
    public List<Line> measure(Effort effort) throws Exception {
        return List.of(line("in one process", 1, effort, "≤ 1.30 ×"), line("in 4 processes", 4, effort, "≤ 2.00 ×"));
    }

    private static Line line(String where, int processes, Effort effort, String wanted) throws Exception {
        double last = last(processes, effort);
        return new Line(
                "storm of " + READERS + " readers " + where + ", the last one",
                Figure.millis(last),
                "the provider's own time",
                Figure.millis(PROVIDER_MILLIS),
                Figure.times(last / PROVIDER_MILLIS),
                wanted);
    }

    private static double last(int processes, Effort effort) throws Exception {
        List<Fork> members = new ArrayList<>();
        try (FoxyProcess foxy = FoxyProcess.start();
                HomeFolder home = HomeFolder.make()) {
            ConnectedPlugin.in(home.path(), foxy.address(), Machinery.real()).close();
            foxy.delayRefreshes(Duration.ofMillis((long) PROVIDER_MILLIS));
            for (int n = 0; n < processes; n++) {
                members.add(member(foxy, home.path(), READERS / processes));
            }
            return storms(members, effort);
        } finally {
            members.forEach(Fork::close);
        }
    }

    private static Fork member(FoxyProcess foxy, Path home, int readers) throws IOException {
        Fork member = Fork.java(
                StormMember.class,
                List.of(
                        home.toString(),
                        foxy.address().api().toString(),
                        foxy.address().authorize().toString(),
                        String.valueOf(readers)));
        member.answer();
        return member;
    }

    private static double storms(List<Fork> members, Effort effort) throws IOException {
        List<Double> lasts = new ArrayList<>();
        for (int round = 0; round < 2 * effort.rounds(); round++) {
            long begin = System.currentTimeMillis() + AGREED_MILLIS;
            for (Fork member : members) {
                member.tell(String.valueOf(begin));
            }
            double last = 0;
            for (Fork member : members) {
                last = Math.max(last, Double.parseDouble(member.answer()));
            }
            lasts.add(last);
        }
        return Median.of(lasts.subList(effort.rounds(), lasts.size()));
    }
}
