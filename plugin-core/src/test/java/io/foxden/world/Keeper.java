package io.foxden.world;

import io.foxden.config.HttpSettings;
import io.foxden.http.JerseyWire;
import io.foxden.http.Wire;
import io.foxden.registration.ClientJournal;
import io.foxden.registration.Endpoints;
import io.foxden.secret.RandomText;
import io.foxden.token.AccessTokens;
import io.foxden.token.Connections;
import io.foxden.token.TokenEndpoint;
import java.security.SecureRandom;

/** The tokens of a world's installation as one more process sees them, without the background thread. */
public record Keeper(Records records, Wire wire, ClientJournal journals, Connections connections, AccessTokens tokens)
        implements AutoCloseable {
    public static Keeper of(World world) {
        Records records = Records.of(world);
        SecureRandom random = new SecureRandom();
        Wire wire = new JerseyWire(HttpSettings.DEFAULT);
        ClientJournal journals = new ClientJournal(records.store(), records.vault());
        Endpoints endpoints =
                new Endpoints(wire, world.sandbox().apiUrl(), world.sandbox().authorizeUrl(), true);
        Connections connections =
                new Connections(records.store(), records.vault(), new RandomText(random), world.clock());
        AccessTokens tokens = new AccessTokens(
                connections, journals, new TokenEndpoint(endpoints, journals), records.store(), world.clock(), random);
        return new Keeper(records, wire, journals, connections, tokens);
    }

    @Override
    public void close() {
        wire.close();
        records.close();
    }
}
