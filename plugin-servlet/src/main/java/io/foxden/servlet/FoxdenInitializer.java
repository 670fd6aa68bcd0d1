package io.foxden.servlet;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import org.jspecify.annotations.Nullable;

/**
 * Starts Foxden with a web application that is Foxden's own, and ends it cleanly with it. {@code web.xml} names it; it
 * answers right below the context path where {@code foxden.base-path} says nothing else.
 */
public final class FoxdenInitializer implements ServletContextListener {
    private static final String WHOLE_APPLICATION = "";

    private @Nullable Installation installation;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        installation = Installation.start(event.getServletContext(), WHOLE_APPLICATION);
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        if (installation != null) {
            installation.close();
            installation = null;
        }
    }
}
