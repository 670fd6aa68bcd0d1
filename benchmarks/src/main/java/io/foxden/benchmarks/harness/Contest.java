package io.foxden.benchmarks.harness;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What came out of several contenders' turns.
 *
 * <p>The contenders take turns in each round, every other round in the opposite order, so that whatever else the machine
 * does meets all of them; a ratio is taken within a round.
 */
public final class Contest {
    private final List<String> names;
    private final List<List<Sample>> rounds;

    private Contest(List<String> names, List<List<Sample>> rounds) {
        this.names = names;
        this.rounds = rounds;
    }

    /** Lets them take turns; the first is ours. */
    public static Contest of(Effort effort, List<Contender> contenders) throws Exception {
        List<List<Sample>> rounds = new ArrayList<>();
        for (int round = 0; round < effort.rounds(); round++) {
            rounds.add(round(effort, contenders, round % 2 == 1));
        }
        rounds.remove(0);
        return new Contest(contenders.stream().map(Contender::name).toList(), rounds);
    }

    private static List<Sample> round(Effort effort, List<Contender> contenders, boolean backwards) throws Exception {
        List<Contender> order = new ArrayList<>(contenders);
        if (backwards) {
            Collections.reverse(order);
        }
        List<Sample> samples = new ArrayList<>();
        for (Contender contender : order) {
            samples.add(contender.work(effort.slice()));
        }
        if (backwards) {
            Collections.reverse(samples);
        }
        return samples;
    }

    public List<String> peers() {
        return names.subList(1, names.size());
    }

    public double nanos(int contender) {
        return Median.of(
                rounds.stream().map(round -> round.get(contender).nanos()).toList());
    }

    public double bytes(int contender) {
        return Median.of(
                rounds.stream().map(round -> round.get(contender).bytes()).toList());
    }

    /** How fast we are beside that one: 2 is twice as fast. */
    public double speed(int peer) {
        return ratio(peer, Sample::nanos);
    }

    /** How many times less we allocate than that one. */
    public double thrift(int peer) {
        return ratio(peer, Sample::bytes);
    }

    private double ratio(int peer, ToDoubleFunction<Sample> value) {
        return Median.of(rounds.stream()
                .map(round -> value.applyAsDouble(round.get(peer)) / value.applyAsDouble(round.get(0)))
                .toList());
    }

    /** A line for each peer, with how fast we are beside it. */
    public List<Line> speeds(String work, String wanted) {
        List<Line> lines = new ArrayList<>();
        for (int peer = 1; peer < names.size(); peer++) {
            lines.add(new Line(
                    work,
                    Figure.time(nanos(0)),
                    names.get(peer),
                    Figure.time(nanos(peer)),
                    Figure.ratio(speed(peer)),
                    peer == 1 ? wanted : ""));
        }
        return lines;
    }
}
