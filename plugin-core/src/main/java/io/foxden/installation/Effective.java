package io.foxden.installation;

import io.foxden.config.EffectiveSettings;
import io.foxden.config.Settings;
import io.foxden.event.Event;
import io.foxden.event.Events;
import io.foxden.file.PrivateFolder;
import io.foxden.file.WholeFile;
import io.foxden.problem.FoxdenException;
import java.util.Arrays;
import java.util.Optional;

/** Tells the command line what a web application works with, and the history what of that has changed. */
final class Effective {
    private static final int MOST_BYTES = 1 << 20;

    private final WholeFile file;
    private final Settings settings;
    private final Events events;

    Effective(PrivateFolder home, Settings settings, Events events) {
        this.file = home.file(EffectiveSettings.FILE);
        this.settings = settings;
        this.events = events;
    }

    /** @throws FoxdenException if the file can be neither read nor written */
    void write() {
        EffectiveSettings now = settings.effective();
        byte[] bytes = now.bytes();
        Optional<byte[]> before = file.read(MOST_BYTES);
        if (before.filter(same -> Arrays.equals(same, bytes)).isPresent()) {
            return;
        }
        file.write(bytes);
        before.map(EffectiveSettings::read)
                .ifPresent(then -> now.changedSince(then).forEach(name -> events.tell(new Event.SettingChanged(name))));
    }
}
