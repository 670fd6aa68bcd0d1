package io.foxden.installation;

import io.foxden.access.Access;
import io.foxden.config.Settings;
import io.foxden.event.Event;
import io.foxden.event.EventLog;
import io.foxden.event.Events;
import io.foxden.event.History;
import io.foxden.problem.Code;
import io.foxden.problem.OperatorException;
import io.foxden.problem.Problem;
import io.foxden.secret.RandomText;
import io.foxden.words.Message;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** Gives up what an installation has, whatever is damaged of it. */
final class Forgetting {
    private final Parts parts;

    Forgetting(Parts parts) {
        this.parts = parts;
    }

    /**
     * Tokens and clients; the ids of those stay on a list. Sessions end, too.
     *
     * @param session token of the one that stays; empty where none does
     */
    Forgotten all(String session) {
        List<Problem> unread = new ArrayList<>(parts.connections.forget());
        forgetting("client", parts.registrar::forget, unread);
        // Once more, because a consent may have been taken in between; from here on there is no client to take one for.
        unread.addAll(parts.connections.forget());
        forgetting("site", parts.site::forget, unread);
        forgetting("access", () -> parts.access.endAllBut(session), unread);
        parts.tokens.watch();
        parts.events.tell(new Event.Reset());
        return new Forgotten(parts.statusReader.read(), unread);
    }

    private void forgetting(String record, Runnable forget, List<Problem> unread) {
        try {
            forget.run();
        } catch (OperatorException e) {
            if (e.code() != Code.RECORD_UNREADABLE) {
                throw e;
            }
            unread.add(e.problem());
            parts.store.discard(record);
        }
    }

    /** Everything that is sealed, for who lost the key; and all sessions but one. */
    static List<Problem> withoutKey(Settings settings, String session) {
        settings.check();
        boolean client = Home.exists(settings)
                && Files.exists(settings.home().resolve("records").resolve("client.json"));
        Machinery machinery = Machinery.real();
        Home home = Home.withoutKey(settings, machinery);
        new Access(
                        home.store(),
                        home.folder(),
                        settings.adminToken(),
                        new RandomText(machinery.random()),
                        machinery.clock(),
                        new Events(machinery.clock(), List.of(new History(home.store()), new EventLog())))
                .endAllBut(session);
        home.store().close();
        home.vault().close();
        return client
                ? List.of(Problem.of(Code.VAULT_KEY_MISSING, Message.of("installation/ids-lost"))
                        .withNext(Message.of("installation/ids-lost.next")))
                : List.of();
    }
}
