package io.foxden.event;

import io.foxden.store.Store;
import java.time.Instant;
import java.util.List;

/** What happened lately, kept in the store for people and scripts to look at. */
public final class History implements Listener {
    /** So many events are kept at least. */
    public static final int MOST = Store.NEWEST_LINES;

    private static final String LOG = "events";

    private final Store store;

    public History(Store store) {
        this.store = store;
    }

    @Override
    public void heard(Instant at, Event event) {
        store.append(LOG, Told.of(at, event).line());
    }

    /** The newest events, the newest first. Only looks: writes nothing and takes no lock. */
    public List<Told> newest(int most) {
        return store.newest(LOG, most).stream()
                .flatMap(line -> Told.read(line).stream())
                .toList();
    }
}
