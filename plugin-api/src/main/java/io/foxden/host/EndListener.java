package io.foxden.host;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;

/** Ends Foxden with the application, also with one whose start failed before its filters were begun. */
final class EndListener implements ServletContextListener {
    @Override
    public void contextDestroyed(ServletContextEvent event) {
        Hosting.end(event.getServletContext());
    }
}
