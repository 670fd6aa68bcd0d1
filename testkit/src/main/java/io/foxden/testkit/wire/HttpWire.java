package io.foxden.testkit.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** An HTTP server on two ports of 127.0.0.1. {@link #bind} takes the ports, {@link #serve} begins to answer. */
public final class HttpWire implements AutoCloseable {
    private static final String LOOPBACK = "127.0.0.1";

    /** Half of it passes before threads that wait, as an ordered delay does, are interrupted. */
    private static final int STOP_MILLIS = 200;

    private final Server server;
    private final Map<Origin, ServerConnector> connectors = new EnumMap<>(Origin.class);
    private final Map<Origin, URI> addresses = new EnumMap<>(Origin.class);

    private HttpWire() {
        QueuedThreadPool threads = new QueuedThreadPool(100, 4);
        threads.setName("sandbox");
        threads.setStopTimeout(STOP_MILLIS);
        this.server = new Server(threads);
    }

    /**
     * Takes both ports.
     *
     * @param apiPort port of the API, 0 for one chosen by the system
     * @param twinPort port of the twin origin, 0 for one chosen by the system
     * @throws UncheckedIOException where a port is taken or may not be used
     */
    public static HttpWire bind(int apiPort, int twinPort) {
        HttpWire wire = new HttpWire();
        try {
            wire.open(Origin.API, apiPort);
            wire.open(Origin.TWIN, twinPort);
            return wire;
        } catch (UncheckedIOException e) {
            wire.close();
            throw e;
        }
    }

    /** The address of an origin, ending in a slash; the same after closing. */
    public URI address(Origin origin) {
        return Objects.requireNonNull(addresses.get(origin));
    }

    public void serve(Responder responder) {
        server.setHandler(new Door(responder));
        try {
            server.start();
        } catch (Exception e) {
            close();
            throw new IllegalStateException("The sandbox's server did not start: " + e.getMessage(), e);
        }
    }

    /** Lets go of both ports; requests in progress are cut off. */
    @Override
    public void close() {
        try {
            server.stop();
            connectors.values().forEach(ServerConnector::close);
        } catch (Exception e) {
            throw new IllegalStateException("The sandbox's server did not stop: " + e.getMessage(), e);
        }
    }

    private void open(Origin origin, int port) {
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(configuration));
        connector.setName(origin.name());
        connector.setHost(LOOPBACK);
        connector.setPort(port);
        server.addConnector(connector);
        connectors.put(origin, connector);
        try {
            connector.open();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Port " + port + " of " + LOOPBACK + " cannot be used: " + e.getMessage()
                            + ". Choose another, or 0 for a free one.",
                    e);
        }
        addresses.put(origin, URI.create("http://" + LOOPBACK + ":" + connector.getLocalPort() + "/"));
    }
}
