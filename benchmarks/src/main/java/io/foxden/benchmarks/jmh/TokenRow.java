package io.foxden.benchmarks.jmh;

import io.foxden.benchmarks.harness.Effort;
import io.foxden.benchmarks.harness.Figure;
import io.foxden.benchmarks.harness.Line;
import io.foxden.benchmarks.harness.Row;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reading a valid access token. */
public final class TokenRow implements Row {
    @Override
    public String name() {
        return "token";
    }

    @Override
    public List<Line> measure(Effort effort) throws Exception {
        Map<String, Measured> all = Measured.run(effort, AccessTokenBenchmark.class, PeerTokenBenchmark.class);
        return List.of(
                line(all, "a volatile read and a look at the clock", "volatileReadAndClock", "0 B"),
                line(all, "Google's client", "google", ""),
                line(all, "pac4j's profile", "pac4j", ""),
                line(all, "Spring Security", "springSecurity", ""));
    }

    private static Line line(Map<String, Measured> all, String peer, String method, String wanted) {
        Measured ours = Objects.requireNonNull(all.get("validToken"));
        Measured theirs = Objects.requireNonNull(all.get(method));
        return new Line(
                "reading a valid token",
                ours.toString(),
                peer,
                theirs.toString(),
                Figure.ratio(theirs.nanos() / ours.nanos()),
                wanted);
    }
}
