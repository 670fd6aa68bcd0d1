package io.foxden.store;

import io.foxden.file.PrivateFolder;
import io.foxden.file.WholeFile;
import io.foxden.problem.Code;
import io.foxden.problem.OperatorException;
import io.foxden.problem.Problem;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * One record in its two files: {@code NAME.json} is the newest version and {@code NAME.json.prev} the one before it. The
 * newest is replaced in one step, so that its absence means that there is no such record, or that somebody took it away.
 * Reading needs no lock; changing does.
 */
final class RecordFile {
    static final String NEWEST = ".json";
    static final String PREVIOUS = ".json.prev";

    private static final int MAX_BYTES = 1_000_000;

    private final String name;
    private final WholeFile newest;
    private final WholeFile previous;
    private final BiConsumer<String, String> damage;

    /** @param damage is told a record's name and what is wrong with its newest version */
    RecordFile(PrivateFolder folder, String name, BiConsumer<String, String> damage) {
        this.name = name;
        this.newest = folder.file(name + NEWEST);
        this.previous = folder.file(name + PREVIOUS);
        this.damage = damage;
    }

    Optional<Entry> read() {
        Optional<Entry> entry = read(newest).entry(false);
        if (entry.isPresent()) {
            return entry;
        }
        Reading before = read(previous);
        Reading again = read(newest); // a writer may have been at work between the two
        return again.entry(false).or(() -> recovered(again, before));
    }

    /** Replaces the newest version, after having set down the one it replaces. */
    Entry write(long version, Fields content, @Nullable Entry before) {
        Envelope next = new Envelope(name, version, content);
        byte[] bytes = bytes(next);
        if (before != null) {
            previous.write(new Envelope(name, versionKept(before), before.content()).bytes());
        }
        newest.write(bytes);
        return new Entry(name, version, content, false);
    }

    /** Replaces both versions by the new one, in an order that leaves one to read wherever it fails. */
    Entry writeWithoutTrace(long version, Fields content, @Nullable Entry before) {
        byte[] bytes = bytes(new Envelope(name, version, content));
        if (before != null) {
            previous.write(bytes);
        }
        newest.write(bytes);
        return new Entry(name, version, content, false);
    }

    /** Deletes what is not read first, so that wherever it fails the record is there as before, or gone. */
    void erase(Entry before) {
        (before.recovered() ? newest : previous).delete();
        (before.recovered() ? previous : newest).delete();
    }

    /**
     * The number of the version to follow. A recovered one stands in for a damaged one with the number after it, which
     * somebody may have read before the damage and must not take for a later one: that number is passed over.
     */
    static long versionAfter(Entry entry) {
        return versionKept(entry) + 1;
    }

    /** The number under which content is kept as the previous version; see {@link #versionAfter}. */
    private static long versionKept(Entry entry) {
        return entry.version() + (entry.recovered() ? 2 : 0);
    }

    /** A number that tells this state of the record from every other, 0 if there is no record. */
    long revision() {
        return revision(newest.path()).orElseGet(() -> revision(previous.path()).orElse(0));
    }

    private static OptionalLong revision(Path path) {
        try {
            BasicFileAttributes file = Files.readAttributes(path, BasicFileAttributes.class);
            long when = file.lastModifiedTime().to(TimeUnit.NANOSECONDS);
            long number = mixed(file.size() + mixed(when + mixed(Objects.hashCode(file.fileKey()))));
            return OptionalLong.of(number == 0 ? 1 : number);
        } catch (NoSuchFileException e) {
            return OptionalLong.empty();
        } catch (IOException e) {
            throw new OperatorException(Problem.of(Code.HOME_UNUSABLE, path + " cannot be looked at: " + e + "."), e);
        }
    }

    /** Different for different numbers (the finalizer of SplitMix64), so that sizes that differ alone suffice. */
    private static long mixed(long number) {
        long mixed = (number ^ (number >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }

    private Optional<Entry> recovered(Reading now, Reading before) {
        Optional<Entry> entry = before.entry(true);
        if (entry.isEmpty() && now.isAbsent() && before.isAbsent()) {
            return Optional.empty();
        }
        String broken = newest.path() + " is damaged: " + now.why();
        if (entry.isEmpty()) {
            throw new OperatorException(
                    Code.RECORD_UNREADABLE,
                    broken + ". The version before it, " + previous.path() + ", does not help: " + before.why() + ".");
        }
        damage.accept(name, broken + ". Went back to the version before it; what was written last is lost.");
        return entry;
    }

    private Reading read(WholeFile file) {
        try {
            Optional<byte[]> bytes = content(file);
            return bytes.isEmpty() ? Reading.absent() : Reading.good(Envelope.of(name, bytes.get(), file.path()));
        } catch (DamagedException e) {
            return Reading.damaged(e);
        }
    }

    /** A file that is not for us to read is no reason to go back to an older version; a bad disk is, or a huge file. */
    private static Optional<byte[]> content(WholeFile file) throws DamagedException {
        try {
            return file.read(MAX_BYTES);
        } catch (OperatorException e) {
            if (e.getCause() instanceof AccessDeniedException) {
                throw e;
            }
            boolean large = e.code() == Code.RECORD_UNREADABLE;
            throw new DamagedException(
                    large ? "it is larger than " + MAX_BYTES + " bytes" : "reading it fails: " + e.getCause());
        }
    }

    /** Nothing is written that could not be read back. */
    private byte[] bytes(Envelope envelope) {
        byte[] bytes = envelope.bytes();
        try {
            if (bytes.length <= MAX_BYTES
                    && Envelope.of(name, bytes, newest.path()).equals(envelope)) {
                return bytes;
            }
        } catch (DamagedException e) {
            throw new IllegalArgumentException("Record '" + name + "' would not be readable: " + e.getMessage(), e);
        }
        throw new IllegalArgumentException("Record '" + name + "' would not be readable: it has " + bytes.length
                + " bytes of at most " + MAX_BYTES);
    }
}
