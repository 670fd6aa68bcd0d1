package io.foxden.servlet;

import io.foxden.config.Settings;
import io.foxden.host.Application;
import io.foxden.host.Way;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Starts Foxden with a web application that is Foxden's own, in a server that was started for it, and ends it cleanly. It
 * answers right below the context path where {@code foxden.base-path} says nothing else.
 */
public final class EmbeddedFoxden implements ServletContextListener {
    private final @Nullable Settings settings;

    /** Settings are looked for wherever they may be. */
    public EmbeddedFoxden() {
        settings = null;
    }

    /** @param settings read by whoever starts the server; none is looked for elsewhere */
    public EmbeddedFoxden(Settings settings) {
        this.settings = settings;
    }

    @Override
    public void contextInitialized(ServletContextEvent event) {
        ServletContext context = event.getServletContext();
        Application application = new Application(context, Way.OWN_SERVER, Map.of(), List.of(), () -> {});
        Deployment.start(application, () -> settings(application), ServletPlugin.WHOLE_APPLICATION);
    }

    private Settings settings(Application application) {
        return settings == null ? Deployment.settings(application, ServletPlugin.WHOLE_APPLICATION) : settings;
    }
}
