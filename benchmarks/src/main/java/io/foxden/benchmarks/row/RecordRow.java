package io.foxden.benchmarks.row;

import io.foxden.benchmarks.harness.Contender;
import io.foxden.benchmarks.harness.Contest;
import io.foxden.benchmarks.harness.Effort;
import io.foxden.benchmarks.harness.Figure;
import io.foxden.benchmarks.harness.Line;
import io.foxden.benchmarks.harness.Row;
import io.foxden.benchmarks.peer.PlainFile;
import io.foxden.benchmarks.world.HomeFolder;
import io.foxden.file.Steps;
import io.foxden.secret.RandomText;
import io.foxden.store.Change;
import io.foxden.store.Entry;
import io.foxden.store.Fields;
import io.foxden.store.FileStore;
import io.foxden.store.Store;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;

/** A record saved durably and loaded again, beside a file of the same size replaced and read by hand. */
public final class RecordRow implements Row {
    private static final String RECORD = "connection";
    private static final int FIELDS = 10;
    private static final int LENGTH = 64;

    @Override
    public String name() {
        return "record";
    }

    @Override
    public List<Line> measure(Effort effort) throws Exception {
        RandomText random = new RandomText(new SecureRandom());
        try (HomeFolder home = HomeFolder.make();
                HomeFolder plain = HomeFolder.make();
                Store store = new FileStore(home.path(), random, Steps.NONE)) {
            PlainFile file = new PlainFile(plain.path());
            Fields content = content(random);
            byte[] bytes = new byte[FIELDS * LENGTH];
            Contest save = Contest.of(
                    effort,
                    List.of(
                            Contender.of("Foxden", () -> store.change(RECORD, now -> Change.to(content))),
                            Contender.of("write, force, rename, force", () -> file.save(bytes))));
            Contest load = Contest.of(
                    effort,
                    List.of(
                            Contender.of("Foxden", () -> loaded(store.read(RECORD))),
                            Contender.of("read of a file", file::load)));
            return List.of(
                    line("durable save of a record", save, "≤ 1.70 ×"), line("load of a record", load, "≤ 2.50 ×"));
        }
    }

    private static void loaded(Optional<Entry> entry) {
        if (entry.isEmpty()) {
            throw new IllegalStateException("The record is gone");
        }
    }

    private static Fields content(RandomText random) {
        Fields content = Fields.none();
        for (int n = 0; n < FIELDS; n++) {
            content = content.with("field_" + n, random.alphanumerics(LENGTH));
        }
        return content;
    }

    private static Line line(String work, Contest contest, String wanted) {
        return new Line(
                work,
                Figure.time(contest.nanos(0)),
                contest.peers().get(0),
                Figure.time(contest.nanos(1)),
                Figure.times(1 / contest.speed(1)),
                wanted);
    }
}
