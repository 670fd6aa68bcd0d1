package io.foxden.store;

import io.foxden.file.PrivateFolder;
import io.foxden.file.Steps;
import io.foxden.lock.Hold;
import io.foxden.lock.LockFile;
import io.foxden.problem.FoxdenException;
import io.foxden.secret.RandomText;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records as files in {@code HOME/records}, leases and the writers' queue as files in {@code HOME/locks},
 * logs in {@code HOME/history}. Nothing is made
 * before the first write or lease, so a home that is read-only, or not there, can be read.
 *
 * <p>One writer at a time over all records and processes, for the few milliseconds that a write takes; readers never
 * wait. What a crashed writer left unfinished is cleared away when the store is opened and before each write.
 */
public final class FileStore implements Store {
    private static final Logger LOG = LoggerFactory.getLogger(FileStore.class);
    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,80}");
    private static final Duration WAIT_FOR_WRITERS = Duration.ofSeconds(20);

    private final Path records;
    private final Path locks;
    private final Path history;
    private final RandomText random;
    private final Steps steps;
    private final LockFile writers;
    private final Map<String, LockFile> leasable = new ConcurrentHashMap<>();
    private final Set<Hold> leases = ConcurrentHashMap.newKeySet();
    private final Set<String> reported = ConcurrentHashMap.newKeySet();

    /** @param home the folder of the installation; the folders {@code records}, {@code locks} and {@code history} in it are this store's */
    public FileStore(Path home, RandomText random, Steps steps) {
        this.records = home.resolve("records");
        this.locks = home.resolve("locks");
        this.history = home.resolve("history");
        this.random = random;
        this.steps = steps;
        this.writers = new LockFile(locks, "writers", "The turn to write to " + records, steps);
        clear();
    }

    @Override
    public Optional<Entry> read(String name) {
        checked(name);
        return existing().flatMap(folder -> file(folder, name).read());
    }

    @Override
    public Entry write(String name, long expectedVersion, Fields content) {
        return writing(name, file -> {
            Optional<Entry> now = expected(name, expectedVersion, file);
            return file.write(next(now), content, now.orElse(null));
        });
    }

    @Override
    public Entry writeWithoutTrace(String name, long expectedVersion, Fields content) {
        return writing(name, file -> {
            Optional<Entry> now = expected(name, expectedVersion, file);
            return file.writeWithoutTrace(next(now), content, now.orElse(null));
        });
    }

    @Override
    public void erase(String name, long expectedVersion) {
        writing(name, file -> {
            Optional<Entry> now = expected(name, expectedVersion, file);
            now.ifPresent(file::erase);
            return now;
        });
    }

    @Override
    public List<String> names(String prefix) {
        return existing().map(PrivateFolder::names).orElse(List.of()).stream()
                .flatMap(file -> recordName(file).stream())
                .filter(name -> name.startsWith(prefix))
                .distinct()
                .sorted()
                .toList();
    }

    @Override
    public Lease lease(String name, Duration wait, Duration longest) {
        LockFile lock = leasable.computeIfAbsent(
                checked(name), key -> new LockFile(locks, "lease-" + key, "Lease '" + key + "'", steps));
        Hold hold = lock.hold(wait);
        leases.removeIf(Hold::closed);
        leases.add(hold);
        return new HeldLease(name, hold);
    }

    @Override
    public Duration oldestLease() {
        return leases.stream()
                .filter(hold -> !hold.closed())
                .map(Hold::age)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    @Override
    public long revision(String name) {
        checked(name);
        return existing().map(folder -> file(folder, name).revision()).orElse(0L);
    }

    @Override
    public void append(String log, Fields line) {
        log(log).append(line);
    }

    @Override
    public List<Fields> newest(String log, int most) {
        return log(log).newest(most);
    }

    private LineLog log(String name) {
        return new LineLog(history, checked(name), steps);
    }

    @Override
    public void close() {
        leases.forEach(Hold::close);
        leases.clear();
    }

    private <T> T writing(String name, Function<RecordFile, T> work) {
        checked(name);
        return inTurn(WAIT_FOR_WRITERS, folder -> {
            T result = work.apply(file(folder, name));
            reported.remove(name);
            return result;
        });
    }

    /** Whoever has the turn to write may delete all unfinished files: they are nobody's. */
    private <T> T inTurn(Duration wait, Function<PrivateFolder, T> work) {
        PrivateFolder folder = PrivateFolder.prepare(records, steps);
        Hold turn = writers.holdInSpiteOfInterrupts(wait);
        try {
            folder.sweep(Instant.MAX);
            return work.apply(folder);
        } finally {
            turn.close();
        }
    }

    /** Nobody takes an hour to make a lock file. */
    private void clear() {
        if (existing().isEmpty()) {
            return;
        }
        try {
            PrivateFolder.prepare(locks, steps).sweep(Instant.now().minus(1, ChronoUnit.HOURS));
            inTurn(Duration.ZERO, PrivateFolder::path);
        } catch (FoxdenException e) {
            LOG.debug("Nothing cleared away: somebody is writing just now, or nobody can", e);
        }
    }

    private static Optional<Entry> expected(String name, long version, RecordFile file) {
        Optional<Entry> now = file.read();
        long found = now.map(Entry::version).orElse(0L);
        if (found != version) {
            throw new StaleVersionException(name, version, found);
        }
        return now;
    }

    /**
     * A new record starts with a number nobody can have read before: one that is made again after an erase must not be
     * taken for what it was.
     */
    private long next(Optional<Entry> now) {
        return now.map(RecordFile::versionAfter)
                .orElseGet(
                        () -> 1L + (ByteBuffer.wrap(random.bytes(Integer.BYTES)).getInt() & Integer.MAX_VALUE));
    }

    private Optional<PrivateFolder> existing() {
        return PrivateFolder.existing(records, steps);
    }

    private RecordFile file(PrivateFolder folder, String name) {
        return new RecordFile(folder, name, this::report);
    }

    private void report(String name, String damage) {
        if (reported.add(name)) {
            LOG.warn("Record '{}': {}", name, damage);
        }
    }

    private static Optional<String> recordName(String file) {
        String name = file.endsWith(RecordFile.PREVIOUS)
                ? file.substring(0, file.length() - RecordFile.PREVIOUS.length())
                : file.endsWith(RecordFile.NEWEST) ? file.substring(0, file.length() - RecordFile.NEWEST.length()) : "";
        return Optional.of(name).filter(candidate -> NAME.matcher(candidate).matches());
    }

    private static String checked(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "A record's name is 1 to 80 characters of a-z, 0-9 and the dash; this is not one: " + name);
        }
        return name;
    }

    private record HeldLease(String name, Hold hold) implements Lease {
        @Override
        public long fence() {
            return 0;
        }

        @Override
        public boolean held() {
            return hold.held();
        }

        @Override
        public void close() {
            hold.close();
        }
    }
}
