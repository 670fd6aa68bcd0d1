package io.foxden.servlet;

import io.foxden.config.Settings;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import org.jspecify.annotations.Nullable;

/**
 * Starts Foxden with a web application that is Foxden's own, and ends it cleanly with it. {@code web.xml} names it; it
 * answers right below the context path where {@code foxden.base-path} says nothing else.
 */
public final class FoxdenInitializer implements ServletContextListener {
    private static final String WHOLE_APPLICATION = "";

    private final @Nullable Settings settings;
    private @Nullable Installation installation;

    /** For a container, which makes its listeners itself: settings are looked for wherever they may be. */
    public FoxdenInitializer() {
        settings = null;
    }

    /** @param settings read by whoever starts the server itself; none is looked for elsewhere */
    public FoxdenInitializer(Settings settings) {
        this.settings = settings;
    }

    @Override
    public void contextInitialized(ServletContextEvent event) {
        ServletContext context = event.getServletContext();
        installation = Installation.start(
                context,
                settings == null ? Installation.settings(context, WHOLE_APPLICATION) : settings,
                WHOLE_APPLICATION);
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        if (installation != null) {
            installation.close();
            installation = null;
        }
    }
}
