package io.foxden.store;

import io.foxden.file.PrivateFolder;
import io.foxden.file.Steps;
import io.foxden.lock.Hold;
import io.foxden.lock.LockFile;
import io.foxden.problem.FoxdenException;
import io.foxden.problem.Problem;
import io.foxden.secret.RandomText;
import io.foxden.words.Message;
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
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records as files in {@code HOME/records}, leases and the writers' queue as files in {@code HOME/locks}, logs in {@code
 * HOME/history}. Nothing is made before the first write or lease, so a home that is read-only, or not there, can be read.
 *
 * <p>One writer at a time over all records and processes, for the few milliseconds that a write takes; readers never
 * wait. What a crashed writer left unfinished is cleared away when the store is opened, and on the rounds of {@link
 * #prune}.
 */
public final class FileStore implements Store {
    private static final Logger LOG = LoggerFactory.getLogger(FileStore.class);
    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,80}");
    private static final Duration LONGEST_LEASE = Duration.ofDays(1);

    private final PrivateFolder records;
    private final Path locks;
    private final Path history;
    private final RandomText random;
    private final Steps steps;
    private final Writers writers;
    private final Map<String, LockFile> leasable = new ConcurrentHashMap<>();
    private final Map<String, Pruning> prunings = new ConcurrentHashMap<>();
    private final Set<Hold> leases = ConcurrentHashMap.newKeySet();
    private final Set<String> reported = ConcurrentHashMap.newKeySet();
    private final Damages damages = new Damages();
    private final Recent recent = new Recent();

    /**
     * A store for looking only: it makes no files and takes no locks, and refuses changes.
     *
     * @param home the folder of the installation
     */
    public static Store looking(Path home, RandomText random, Steps steps) {
        return new LookingStore(new FileStore(home, random, steps, Writers.LONGEST));
    }

    /** @param home of the installation; the folders {@code records}, {@code locks} and {@code history} in it are ours */
    public FileStore(Path home, RandomText random, Steps steps) {
        this(home, random, steps, Writers.LONGEST);
        clear();
    }

    /** @param turn so long is the turn to write, before others take it over */
    FileStore(Path home, RandomText random, Steps steps, Duration turn) {
        this.records = PrivateFolder.at(home.resolve("records"), steps);
        this.locks = home.resolve("locks");
        this.history = home.resolve("history");
        this.random = random;
        this.steps = steps;
        this.writers = new Writers(records.path(), locks, this::number, steps, turn);
    }

    @Override
    public Optional<Entry> read(String name) {
        return file(name).read();
    }

    @Override
    public Optional<Entry> change(String name, Function<Optional<Entry>, Change> decide) {
        Optional<Entry> now = read(name);
        return decide.apply(now) instanceof Change.Keep ? now : changeInTurn(name, decide, () -> true);
    }

    @Override
    public Optional<Entry> change(String name, Lease lease, Function<Optional<Entry>, Change> decide)
            throws LeaseLostException {
        AtomicBoolean held = new AtomicBoolean();
        BooleanSupplier look = () -> {
            held.set(lease.held());
            return held.get();
        };
        Optional<Entry> now = read(name);
        if (look.getAsBoolean() && !(decide.apply(now) instanceof Change.Keep)) {
            now = changeInTurn(name, decide, look);
        }
        if (!held.get()) {
            throw new LeaseLostException(lease.name());
        }
        return now;
    }

    @Override
    public void discard(String name) {
        RecordFile file = file(name);
        writers.inTurn(turn -> {
            new RecordWork(file, turn).erase(null);
            turn.folder().sweep(Instant.MAX); // a crashed writer may have left of it what nobody would look for
            return reported.remove(name);
        });
    }

    @Override
    public void keepTwice(String name) {
        RecordFile file = file(name);
        if (file.newest().exists() && !file.previous().exists()) {
            writers.inTurn(turn -> {
                file.read().ifPresent(now -> new RecordWork(file, turn).keepTwice(now));
                return name;
            });
        }
    }

    @Override
    public int prune(String prefix, Predicate<Entry> over, int most) {
        return prunings.computeIfAbsent(prefix, key -> new Pruning(key, records, writers, this::file))
                .prune(over, most);
    }

    @Override
    public List<String> names(String prefix) {
        return records.names().stream()
                .filter(file -> !file.endsWith(RecordFile.SOON)) // a crash may leave it alone, and it is no record
                .flatMap(file -> RecordFile.nameOf(file).stream())
                .filter(name -> name.startsWith(prefix) && NAME.matcher(name).matches())
                .distinct()
                .sorted()
                .toList();
    }

    @Override
    public Lease lease(String name, Duration wait, Duration longest) {
        if (longest.isNegative() || longest.compareTo(LONGEST_LEASE) > 0) {
            throw new IllegalArgumentException("A lease is held for 0 to 1 day, not " + longest);
        }
        LockFile lock = leasable.computeIfAbsent(
                checked(name),
                key -> new LockFile(
                        locks, "lease-" + key, Message.of("store/lease").with("name", key), this::number, steps));
        Hold hold = lock.hold(wait, longest);
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
    public void whenDamaged(Consumer<String> listener) {
        damages.tell(listener);
    }

    /** From the files, whatever is known of them. */
    @Override
    public void examine(Consumer<Problem> fallen, Consumer<Problem> unreadable) {
        recent.clear();
        Store.super.examine(fallen, unreadable);
    }

    @Override
    public long revision(String name) {
        return file(name).revision();
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
        prunings.values().forEach(Pruning::close);
    }

    private Optional<Entry> changeInTurn(
            String name, Function<Optional<Entry>, Change> decide, BooleanSupplier allowed) {
        RecordFile file = file(name);
        return writers.inTurn(turn -> {
            Optional<Entry> now = file.read();
            Change change = decide.apply(now);
            return allowed.getAsBoolean() ? done(change, now, file, turn) : now;
        });
    }

    private Optional<Entry> done(Change change, Optional<Entry> now, RecordFile file, Turn turn) {
        if (change instanceof Change.Keep) {
            return now;
        }
        RecordWork work = new RecordWork(file, turn);
        reported.remove(file.name());
        if (change instanceof Change.Replace next) {
            return Optional.of(work.replace(now.orElse(null), next, versionAfter(now)));
        }
        work.erase(now.orElse(null));
        return Optional.empty();
    }

    /**
     * Higher than the one before by a random step: so a number that was lost with a damaged version, or with a record that
     * was erased, is not met again.
     */
    private long versionAfter(Optional<Entry> now) {
        long step = 1 + (number() & Integer.MAX_VALUE);
        return now.map(Entry::version).orElse(0L) + step;
    }

    private long number() {
        return ByteBuffer.wrap(random.bytes(Long.BYTES)).getLong();
    }

    /** Nobody takes an hour to make a lock file. */
    private void clear() {
        try {
            if (PrivateFolder.existing(records.path(), steps).isPresent()) {
                PrivateFolder.at(locks, steps).sweep(Instant.now().minus(1, ChronoUnit.HOURS));
                writers.sweep();
            }
        } catch (FoxdenException e) {
            LOG.debug("Nothing cleared away: somebody is writing just now, or nobody can", e);
        }
    }

    private RecordFile file(String name) {
        return new RecordFile(records, checked(name), recent, this::report);
    }

    private void report(String name, String damage) {
        if (reported.add(name)) {
            LOG.warn("Record '{}': {}", name, damage);
            damages.found(name);
        }
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
            return hold.fence();
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
