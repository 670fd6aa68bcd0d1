package io.foxden.demo;

import io.foxden.config.Settings;
import io.foxden.problem.Code;
import io.foxden.problem.OperatorException;
import io.foxden.problem.Problem;
import io.foxden.servlet.EmbeddedFoxden;
import io.foxden.words.Message;
import java.io.IOException;
import java.net.URI;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** A server on 127.0.0.1 with one web application, Foxden's own, as if {@code foxden.war} had been dropped in. */
final class PluginServer implements AutoCloseable {
    private static final String CONTEXT = "/foxden";

    private final Server server;
    private final URI address;

    private PluginServer(Server server, URI address) {
        this.server = server;
        this.address = address;
    }

    /**
     * Ready for requests when this returns.
     *
     * @param port 0 for one the system chooses
     * @throws OperatorException (wrong_usage) if the port cannot be had
     */
    static PluginServer start(int port, Settings settings) {
        Server server = new Server();
        ServerConnector connector = new ServerConnector(server, 1, 1);
        connector.setHost("127.0.0.1");
        connector.setPort(port);
        server.addConnector(connector);
        ServletContextHandler application = new ServletContextHandler(CONTEXT);
        application.addEventListener(new EmbeddedFoxden(settings));
        server.setHandler(application);
        open(connector);
        try {
            server.start();
        } catch (Exception e) {
            throw new IllegalStateException("The demo's server did not start", e);
        }
        return new PluginServer(server, URI.create("http://127.0.0.1:" + connector.getLocalPort() + CONTEXT + "/"));
    }

    /** Before the server starts, so that a port that is taken is told before anything else is done. */
    private static void open(ServerConnector connector) {
        try {
            connector.open();
        } catch (IOException e) {
            throw new OperatorException(
                    Problem.of(Code.WRONG_USAGE, Message.of("demo/port").with("port", connector.getPort()))
                            .withNext(Message.of("demo/port.next")),
                    e);
        }
    }

    /** Foxden's page, with a slash at the end. */
    URI address() {
        return address;
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("The demo's server did not stop", e);
        }
    }
}
