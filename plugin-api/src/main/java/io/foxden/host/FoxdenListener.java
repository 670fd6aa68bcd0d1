package io.foxden.host;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.util.Map;

/**
 * The way through {@code web.xml}: that of {@code foxden.war} names this class, and so may that of a host whose
 * {@code absolute-ordering} leaves Foxden out.
 */
public final class FoxdenListener implements ServletContextListener {
    @Override
    public void contextInitialized(ServletContextEvent event) {
        ServletContext context = event.getServletContext();
        Unharmed.run(context, () -> Hosting.register(context, Way.LISTENER, Map.of()));
    }
}
