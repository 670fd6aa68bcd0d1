package io.foxden.store;

import io.foxden.file.PrivateFolder;
import io.foxden.file.Round;
import io.foxden.problem.Code;
import io.foxden.problem.OperatorException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Goes round through the records of one kind and erases those that are over. What a call costs does not grow with the
 * number of records: it passes over so many names, reads so many records, and waits for the disk once.
 */
final class Pruning implements AutoCloseable {
    /** Names cost little; but not nothing. */
    private static final int NAMES_FOR_EACH = 20;

    private static final Duration UNREADABLE = Duration.ofDays(1);

    private final String prefix;
    private final Writers writers;
    private final Function<String, RecordFile> files;
    private final Round round;
    private final Deque<String> pending = new ArrayDeque<>();

    Pruning(String prefix, PrivateFolder folder, Writers writers, Function<String, RecordFile> files) {
        this.prefix = prefix;
        this.writers = writers;
        this.files = files;
        this.round = folder.round();
    }

    int prune(Predicate<Entry> over, int most) {
        List<RecordFile> erasable = candidates(most).stream()
                .map(files)
                .filter(file -> isOver(file, over))
                .toList();
        return erasable.isEmpty() ? 0 : writers.inTurn(turn -> erased(erasable, over, turn));
    }

    private int erased(List<RecordFile> erasable, Predicate<Entry> over, Turn turn) {
        int erased = 0;
        for (RecordFile file : erasable) {
            if (isOver(file, over)) {
                new RecordWork(file, turn).erase(null);
                erased++;
            }
        }
        return erased;
    }

    private synchronized List<String> candidates(int most) {
        if (pending.isEmpty()) {
            round.next(NAMES_FOR_EACH * most).stream()
                    .flatMap(file -> RecordFile.nameOf(file).stream())
                    .filter(name -> name.startsWith(prefix))
                    .distinct()
                    .forEach(pending::add);
        }
        return IntStream.range(0, Math.min(most, pending.size()))
                .mapToObj(each -> pending.remove())
                .toList();
    }

    private static boolean isOver(RecordFile file, Predicate<Entry> over) {
        try {
            Optional<Entry> entry = file.read();
            return entry.isPresent() ? over.test(entry.get()) : isLeftOver(file);
        } catch (OperatorException e) {
            return e.code() == Code.RECORD_UNREADABLE && isLeftOver(file);
        }
    }

    /** Files of a record that there is not any more, or that nobody can read. */
    private static boolean isLeftOver(RecordFile file) {
        return file.ruinedBefore(Instant.now().minus(UNREADABLE));
    }

    @Override
    public void close() {
        round.close();
    }
}
