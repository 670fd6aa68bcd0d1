package io.foxden.servlet.wizard;

import io.foxden.ClientStatus;
import io.foxden.ConnectionStatus;
import io.foxden.servlet.page.Frame;
import io.foxden.servlet.page.Moment;
import io.jstach.jstache.JStache;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The one page: what is connected, what is wrong, what to do next.
 *
 * @param csrf the token that every form of the page sends back
 * @param done what the last button did; null where there is nothing to tell
 * @param form null where there is nothing to register
 * @param foxy the API that this installation talks to
 */
@JStache(path = "home")
record HomePage(
        Frame frame,
        String csrf,
        State state,
        @Nullable String done,
        List<Trouble> troubles,
        @Nullable SetupForm form,
        @Nullable Client client,
        @Nullable Connection connection,
        Buttons buttons,
        URI foxy,
        String version) {

    /** Which buttons are of use now. */
    record Buttons(boolean connect, boolean reconnect, boolean refresh, boolean disconnect, boolean reset) {
        static final Buttons NONE = new Buttons(false, false, false, false, false);
    }

    /** The registered client. */
    record Client(@Nullable String id, String redirectUri, Moment registeredAt) {
        static @Nullable Client of(@Nullable ClientStatus client) {
            return client == null
                    ? null
                    : new Client(client.clientId(), client.redirectUri().toString(), new Moment(client.registeredAt()));
        }
    }

    /** The connected store. */
    record Connection(
            @Nullable String storeName,
            @Nullable String storeId,
            String scope,
            Moment connectedAt,
            Moment refreshedAt,
            Moment validUntil) {
        static @Nullable Connection of(@Nullable ConnectionStatus connection) {
            return connection == null
                    ? null
                    : new Connection(
                            connection.storeName(),
                            connection.storeId(),
                            connection.scope(),
                            new Moment(connection.connectedAt()),
                            new Moment(connection.refreshedAt()),
                            new Moment(connection.accessTokenExpiresAt()));
        }
    }

    /** What is wrong with the form's fields, for the summary on top; null where nothing is. */
    @Nullable
    SetupForm wrongForm() {
        return form != null && !form.wrong().isEmpty() ? form : null;
    }

    String html() {
        return HomePageRenderer.of().execute(this);
    }
}
