package io.foxden.event;

import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happened, as lines of the server's log in English: a warning where something begins to be wrong, an info
 * otherwise; what needs no line is for those who look closely.
 */
public final class EventLog implements Listener {
    private static final Logger LOG = LoggerFactory.getLogger(EventLog.class);

    @Override
    public void heard(Instant at, Event event) {
        String sentence = Told.of(at, event).sentence().toString();
        if (isWrong(event)) {
            LOG.warn("{}", sentence);
        } else if (isQuiet(event)) {
            LOG.debug("{}", sentence);
        } else {
            LOG.info("{}", sentence);
        }
    }

    private static boolean isWrong(Event event) {
        return event instanceof Event.Failed
                || event instanceof Event.Refused
                || event instanceof Event.RegistrationRefused
                || event instanceof Event.SiteMoved;
    }

    /** What happens all the time, and what the store has warned of already, with the file's name and the damage. */
    private static boolean isQuiet(Event event) {
        return event instanceof Event.Refreshed
                || event instanceof Event.StillFailing
                || event instanceof Event.Recovered;
    }
}
