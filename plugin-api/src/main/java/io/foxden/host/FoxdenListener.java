package io.foxden.host;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.util.Map;

/**
 * The way through descriptors: Foxden's web fragment names this class, for containers that read fragments but look for no
 * initializers; so does the {@code web.xml} of {@code foxden.war}; and so may the {@code web.xml} of a host whose
 * {@code absolute-ordering} leaves Foxden out.
 */
public final class FoxdenListener implements ServletContextListener {
    @Override
    public void contextInitialized(ServletContextEvent event) {
        Hosting.register(event.getServletContext(), Way.LISTENER, Map.of());
    }
}
