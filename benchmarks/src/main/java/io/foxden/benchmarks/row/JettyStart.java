package io.foxden.benchmarks.row;

import io.foxden.Foxden;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.net.URI;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/**
 * An application in an embedded Jetty, with Foxden where a home is given as the one argument. Prints how many milliseconds
 * after the start of the JVM it gave its first answer.
 */
public final class JettyStart extends HttpServlet implements ServletContextListener {
    public static void main(String[] arguments) throws Exception {
        Server server = new Server(0);
        ServletContextHandler application = new ServletContextHandler("/shop");
        application.addServlet(JettyStart.class, "/*");
        if (arguments.length > 0) {
            System.setProperty("foxden.home", arguments[0]);
            application.addEventListener(new JettyStart());
        }
        server.setHandler(application);
        server.start();
        int port = ((ServerConnector) server.getConnectors()[0]).getLocalPort();
        try (InputStream answer =
                URI.create("http://127.0.0.1:" + port + "/shop/").toURL().openStream()) {
            answer.readAllBytes();
        }
        System.out.println(System.currentTimeMillis()
                - ManagementFactory.getRuntimeMXBean().getStartTime());
        System.exit(0);
    }

    @Override
    public void contextInitialized(ServletContextEvent event) {
        Foxden.register(event.getServletContext());
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.getWriter().write("a page");
    }
}
