package io.foxden.store;

import io.foxden.file.PrivateFolder;
import io.foxden.file.WholeFile;
import io.foxden.problem.Code;
import io.foxden.problem.OperatorException;
import io.foxden.words.Message;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/**
 * One record in its files: {@code NAME.json} is the newest version and {@code NAME.json.prev} the one before it, or a
 * second copy of the only one. The newest is replaced in one step, so that its absence means that there is no such
 * record, or that somebody took it away. {@code NAME.json.soon} is an empty file that says that the newest version was
 * not waited for: a power cut may have left anything of it. Reading needs no lock; {@link RecordWork} changes.
 */
final class RecordFile {
    static final String NEWEST = ".json";
    static final String PREVIOUS = ".json.prev";
    static final String SOON = ".json.soon";

    private final PrivateFolder folder;
    private final String name;
    private final WholeFile newest;
    private final Recent recent;
    private final BiConsumer<String, String> damage;

    /** @param damage is told a record's name and what is wrong with its newest version */
    RecordFile(PrivateFolder folder, String name, Recent recent, BiConsumer<String, String> damage) {
        this.folder = folder;
        this.name = name;
        this.newest = folder.file(name + NEWEST);
        this.recent = recent;
        this.damage = damage;
    }

    /** The record that a file belongs to; empty if it is none of a record's. */
    static Optional<String> nameOf(String file) {
        int end = file.indexOf(NEWEST);
        String ending = end < 1 ? "" : file.substring(end);
        boolean ours = ending.equals(NEWEST) || ending.equals(PREVIOUS) || ending.equals(SOON);
        return ours ? Optional.of(file.substring(0, end)) : Optional.empty();
    }

    String name() {
        return name;
    }

    WholeFile newest() {
        return newest;
    }

    WholeFile previous() {
        return folder.file(name + PREVIOUS);
    }

    WholeFile soon() {
        return folder.file(name + SOON);
    }

    Optional<Entry> read() {
        OptionalLong fingerprint = newest.fingerprint();
        if (fingerprint.isPresent()) {
            Optional<Entry> entry = recent.get(name, fingerprint.getAsLong()).or(() -> fresh(fingerprint.getAsLong()));
            if (entry.isPresent()) {
                return entry;
            }
        }
        Reading before = read(previous());
        Reading again = read(newest); // a writer may have been at work between the two
        return again.entry(false).or(() -> recovered(again, before));
    }

    private Optional<Entry> fresh(long fingerprint) {
        Optional<Entry> entry = read(newest).entry(false);
        entry.ifPresent(good -> recent.put(fingerprint, good));
        return entry;
    }

    /** A number that tells this state of the record from every other, 0 if there is no record. */
    long revision() {
        return newest.fingerprint().orElseGet(() -> previous().fingerprint().orElse(0));
    }

    private Optional<Entry> recovered(Reading now, Reading before) {
        Optional<Entry> entry = before.entry(true);
        if (entry.isEmpty() && now.isAbsent() && before.isAbsent()) {
            return Optional.empty();
        }
        String broken = newest.path() + " is damaged: " + now.why();
        if (entry.isPresent()) {
            damage.accept(name, broken + ". Went back to the version before it; what was written last may be lost.");
            return entry;
        }
        if (before.isAbsent() && soon().exists()) {
            damage.accept(name, broken + ". It was not yet on the disk when the power went: there is no such record.");
            return Optional.empty();
        }
        throw new OperatorException(
                Code.RECORD_UNREADABLE,
                Message.of("store/both-damaged")
                        .with("newest", newest.path())
                        .with("why", now.why())
                        .with("previous", previous().path())
                        .with("why_not", before.why()));
    }

    /** Whether no version of it makes sense, and nothing was done to it since then. */
    boolean ruinedBefore(Instant then) {
        return Stream.of(newest, previous())
                .allMatch(file ->
                        isRuined(file) && file.changedAt().map(then::isAfter).orElse(true));
    }

    private boolean isRuined(WholeFile file) {
        try {
            return read(file).entry(false).isEmpty();
        } catch (OperatorException newerOrNotForUs) {
            return false;
        }
    }

    /** Trouble with a file is no reason to go back to an older version; bytes that make no sense are. */
    private Reading read(WholeFile file) {
        try {
            Optional<byte[]> bytes = content(file);
            return bytes.isEmpty() ? Reading.absent() : Reading.good(RecordText.of(name, bytes.get(), file.path()));
        } catch (DamagedException e) {
            return Reading.damaged(e);
        }
    }

    private static Optional<byte[]> content(WholeFile file) throws DamagedException {
        try {
            return file.read(RecordText.MAX_BYTES);
        } catch (OperatorException e) {
            if (e.code() != Code.RECORD_UNREADABLE) {
                throw e;
            }
            throw new DamagedException(Message.of("store/damaged.large").with("most", RecordText.MAX_BYTES));
        }
    }
}
