package io.foxden.dist.hosting.application;

import io.foxden.Foxden;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;

/** What a host does whose {@code web.xml} leaves web fragments out. */
public final class RegisteringListener implements ServletContextListener {
    @Override
    public void contextInitialized(ServletContextEvent event) {
        Foxden.register(event.getServletContext());
    }
}
