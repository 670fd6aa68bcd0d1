package io.foxden.world;

import io.foxden.event.EventLog;
import io.foxden.event.Events;
import io.foxden.http.JerseyWire;
import io.foxden.http.Wire;
import io.foxden.registration.ClientJournal;
import io.foxden.registration.Endpoints;
import io.foxden.secret.RandomText;
import io.foxden.setting.HttpSettings;
import io.foxden.store.AnswersInHand;
import io.foxden.token.AccessTokens;
import io.foxden.token.ClientCheck;
import io.foxden.token.Connections;
import io.foxden.token.Pace;
import io.foxden.token.TokenEndpoint;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** The tokens of a world's installation as one more process sees them, without the background thread. */
public record Keeper(
        Records records,
        Wire wire,
        ClientJournal journals,
        Connections connections,
        AnswersInHand inHand,
        AccessTokens tokens)
        implements AutoCloseable {
    public static Keeper of(World world) {
        return of(world, world.clock());
    }

    /** The same on a machine whose clock shows another time. */
    public static Keeper of(World world, Clock wall) {
        Records records = Records.of(world);
        SecureRandom random = new SecureRandom();
        Wire wire = new JerseyWire(HttpSettings.DEFAULT);
        ClientJournal journals = new ClientJournal(records.store(), records.vault(), wall);
        Endpoints endpoints =
                new Endpoints(wire, world.sandbox().apiUrl(), world.sandbox().authorizeUrl(), true, world.clock());
        Connections connections =
                new Connections(Connections.DEFAULT, records.store(), records.vault(), new RandomText(random));
        AnswersInHand inHand = new AnswersInHand();
        TokenEndpoint endpoint = new TokenEndpoint(endpoints, journals);
        AccessTokens tokens = AccessTokens.of(
                connections,
                journals,
                endpoint,
                new ClientCheck(journals, endpoint),
                records.store(),
                inHand,
                new Events(world.clock(), List.of(new EventLog())),
                new Pace(wall, world::nanos, random, Duration.ofSeconds(25)));
        return new Keeper(records, wire, journals, connections, inHand, tokens);
    }

    @Override
    public void close() {
        wire.close();
        records.close();
    }
}
