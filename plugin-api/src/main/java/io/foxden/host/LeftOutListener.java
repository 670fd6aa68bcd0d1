package io.foxden.host;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.util.logging.Logger;

/**
 * Says so where Foxden's JAR is in an application and nothing starts it. Named by a tag library's descriptor, which holds
 * nothing else: containers with JSP read those of every JAR, also of those that {@code absolute-ordering} leaves out.
 */
public final class LeftOutListener implements ServletContextListener {
    @Override
    public void contextInitialized(ServletContextEvent event) {
        if (!Hosting.isRegistered(event.getServletContext())) {
            Logger.getLogger(LeftOutListener.class.getName())
                    .warning(() -> Hosting.whyNot(event.getServletContext(), null));
        }
    }
}
