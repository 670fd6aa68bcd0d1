package io.foxden.event;

import io.foxden.problem.Code;
import io.foxden.problem.OperatorException;
import io.foxden.store.Store;
import io.foxden.words.Message;
import java.time.Instant;
import java.util.List;

/** What happened lately, kept in the store for people and scripts to look at. */
public final class History implements Listener {
    /** So many events are kept at least. */
    public static final int MOST = Store.NEWEST_LINES;

    /** So many are shown where nobody says how many. */
    public static final int USUAL = 100;

    private static final String LOG = "events";

    private final Store store;

    public History(Store store) {
        this.store = store;
    }

    @Override
    public void heard(Instant at, Event event) {
        if (!(event instanceof Event.StillFailing)) {
            store.append(LOG, Told.of(at, event).line());
        }
    }

    /**
     * The newest events, the newest first. Only looks: writes nothing and takes no lock.
     *
     * @throws OperatorException {@link Code#BAD_REQUEST} unless {@code most} is 1 to {@value #MOST}
     */
    public List<Told> newest(int most) {
        if (most < 1 || most > MOST) {
            throw new OperatorException(
                    Code.BAD_REQUEST, Message.of("event/limit").with("most", MOST));
        }
        return store.newest(LOG, most).stream()
                .flatMap(line -> Told.read(line).stream())
                .toList();
    }
}
