package io.foxden.servlet.wizard;

import io.foxden.ClientStatus;
import io.foxden.ConnectionStatus;
import io.foxden.servlet.page.Frame;
import io.foxden.servlet.page.Moment;
import io.foxden.servlet.page.Sentence;
import io.foxden.servlet.page.Spoken;
import io.foxden.words.Message;
import io.foxden.words.Words;
import io.jstach.jstache.JStache;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The one page: what is connected, what is wrong, what to do next.
 *
 * @param csrf the token that every form of the page sends back
 * @param done what the last button did; null where there is nothing to tell
 * @param wrong the fields that something is wrong with
 * @param form null where there is nothing to register
 * @param foxy the API that this installation talks to
 */
@JStache(path = "home")
record OverviewPage(
        Frame frame,
        String csrf,
        PhaseText state,
        @Nullable String done,
        List<Notice> notices,
        List<WrongField> wrong,
        @Nullable SetupForm form,
        @Nullable RegisteredClient client,
        @Nullable ConnectedStore connection,
        Buttons buttons,
        URI foxy,
        String version)
        implements Spoken {

    /** Which buttons are of use now. */
    record Buttons(
            boolean connect,
            boolean repair,
            boolean refresh,
            boolean reconnect,
            boolean disconnect,
            boolean reset,
            boolean resetWithoutKey) {
        static final Buttons NONE = new Buttons(false, false, false, false, false, false, false);
        static final Buttons KEY_LOST = new Buttons(false, false, false, false, false, false, true);
    }

    /** A field that something is wrong with: a sentence with its label in it, which leads to it. */
    record WrongField(String name, Sentence sentence) {
        static List<WrongField> of(List<FormField> fields, Words words) {
            return fields.stream().map(field -> of(field, words)).toList();
        }

        private static WrongField of(FormField field, Words words) {
            Message sentence = Message.of("servlet/wizard/wrong").with("reason", String.valueOf(field.wrong()));
            return new WrongField(field.name(), Sentence.of(words, sentence, "field", field.label()));
        }
    }

    /** The registered client. */
    record RegisteredClient(@Nullable String id, String redirectUri, Moment registeredAt) {
        static @Nullable RegisteredClient of(@Nullable ClientStatus client, Words words) {
            return client == null
                    ? null
                    : new RegisteredClient(
                            client.clientId(),
                            client.redirectUri().toString(),
                            new Moment(client.registeredAt(), words));
        }
    }

    /**
     * The connected store.
     *
     * @param validUntil null where Foxy refuses the token all the same
     */
    record ConnectedStore(
            @Nullable String storeName,
            @Nullable String storeId,
            String scope,
            Moment connectedAt,
            Moment refreshedAt,
            @Nullable Moment validUntil) {
        static @Nullable ConnectedStore of(@Nullable ConnectionStatus connection, boolean works, Words words) {
            return connection == null
                    ? null
                    : new ConnectedStore(
                            connection.storeName(),
                            connection.storeId(),
                            connection.scope(),
                            new Moment(connection.connectedAt(), words),
                            new Moment(connection.refreshedAt(), words),
                            works ? new Moment(connection.accessTokenExpiresAt(), words) : null);
        }
    }

    /** The product and its version. */
    String versionLine() {
        return frame.words()
                .text(Message.of("servlet/wizard/version")
                        .with("product", Message.of("servlet/page/product"))
                        .with("version", version));
    }

    boolean anyWrong() {
        return !wrong.isEmpty();
    }

    String html() {
        return OverviewPageRenderer.of().execute(this);
    }
}
