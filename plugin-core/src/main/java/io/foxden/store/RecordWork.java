package io.foxden.store;

import io.foxden.file.Draft;
import org.jspecify.annotations.Nullable;

/**
 * Replaces and deletes the files of a record, for who has the turn to write, in an order that leaves something to read
 * wherever it stops. Nobody who looks on sees anything but the old content or the new.
 */
final class RecordWork {
    private final RecordFile record;
    private final Turn turn;

    RecordWork(RecordFile record, Turn turn) {
        this.record = record;
        this.turn = turn;
    }

    /**
     * The new content is all written before the turn is looked at, and what others leave behind who take the turn over is
     * swept: so a hand that comes late does not replace what they wrote.
     */
    Entry replace(@Nullable Entry before, Change.Replace next, long version) {
        byte[] bytes = new RecordText(record.name(), version, next.content())
                .checkedBytes(record.newest().path());
        Draft draft = record.newest().draft(bytes, next.durable());
        try {
            turn.check();
            boolean unsure = record.soon().exists();
            keep(before, next, bytes, unsure);
            if (!next.durable() && !unsure) {
                record.soon().mark();
            }
            draft.place();
            if (next.durable()) {
                settle(bytes, unsure);
            }
        } catch (RuntimeException e) {
            draft.discard();
            throw e;
        }
        return new Entry(record.name(), version, next.content(), false);
    }

    /** What is to be read should the new content turn out to be damaged. */
    private void keep(@Nullable Entry before, Change.Replace next, byte[] bytes, boolean unsure) {
        if (before == null) {
            return;
        }
        if (!next.trace()) {
            forget(next, bytes);
        } else if (!before.recovered() && !unsure) {
            record.newest().shareWith(record.previous());
        }
    }

    /** The old content must be gone before the new one counts, so that it does not come back. */
    private void forget(Change.Replace next, byte[] bytes) {
        if (next.durable()) {
            copy(bytes);
        } else {
            record.previous().remove();
        }
    }

    private void settle(byte[] bytes, boolean unsure) {
        if (unsure) {
            record.soon().remove();
        }
        if (!record.previous().exists()) {
            copy(bytes);
        }
        turn.folder().flush();
    }

    /** Not waited for: it is needed only where the disk lost the other one. */
    private void copy(byte[] bytes) {
        record.previous().draft(bytes, false).place();
    }

    /** Writes the second copy of a record that has none. */
    void keepTwice(Entry now) {
        if (!now.recovered() && !record.previous().exists()) {
            byte[] bytes = new RecordText(now.name(), now.version(), now.content()).bytes();
            record.previous().write(bytes);
        }
    }

    /** Deletes what is not read first, so that wherever it stops the record is there as before, or gone. */
    void erase(@Nullable Entry before) {
        turn.check();
        boolean fallen = before != null && before.recovered();
        boolean there = (fallen ? record.newest() : record.previous()).remove();
        there |= (fallen ? record.previous() : record.newest()).remove();
        there |= record.soon().remove();
        turn.changed(there);
    }
}
