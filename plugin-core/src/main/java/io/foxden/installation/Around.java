package io.foxden.installation;

import io.foxden.config.Settings;
import io.foxden.problem.Code;
import io.foxden.problem.FoxdenException;
import io.foxden.problem.Problem;
import io.foxden.registration.ClientJournal;
import io.foxden.registration.Journal;
import io.foxden.words.Message;
import java.util.List;
import java.util.stream.Stream;

/** What is wrong around an installation that is well itself. Nothing where that cannot be read: others tell that. */
final class Around {
    private final Settings settings;
    private final Site site;
    private final ClientJournal journals;

    Around(Settings settings, Site site, ClientJournal journals) {
        this.settings = settings;
        this.site = site;
        this.journals = journals;
    }

    List<Problem> problems() {
        try {
            return Stream.concat(site.notFirst().stream(), elsewhere()).toList();
        } catch (FoxdenException e) {
            return List.of();
        }
    }

    /** Only where nothing was done here yet. */
    private Stream<Problem> elsewhere() {
        return settings.otherHomes().isEmpty() || !isNew()
                ? Stream.empty()
                : Stream.of(Problem.of(
                        Code.HOME_ELSEWHERE,
                        Message.of("installation/elsewhere")
                                .with("home", settings.home())
                                .with("others", settings.otherHomes())));
    }

    private boolean isNew() {
        Journal journal = journals.read();
        return journal.newest() == null && journal.attempt() == null;
    }
}
