package io.foxden.examples;

import io.foxden.Foxden;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Server;

/** A server that a program starts itself: embedded ones run no initializers, so Foxden is started by a line of code. */
public final class EmbeddedServer {
    private EmbeddedServer() {}

    /** Not started yet. */
    public static Server on(int port) {
        var application = new ServletContextHandler("/shop");
        application.addServletContainerInitializer((classes, context) -> Foxden.register(context));
        application.addServlet(StoreNameServlet.class, "/store-name");
        var server = new Server(port);
        server.setHandler(application);
        return server;
    }
}
