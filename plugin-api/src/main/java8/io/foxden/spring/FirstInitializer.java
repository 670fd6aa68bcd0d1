package io.foxden.spring;

import io.foxden.host.SpringWay;
import org.springframework.core.Ordered;
import org.springframework.core.PriorityOrdered;
import org.springframework.web.WebApplicationInitializer;

/**
 * Puts Foxden's filter before those of a Spring application in a WAR: the filter that is registered first stands first,
 * and Spring calls its initializers in their order. A container may call Spring's before Foxden's own.
 *
 * <p>Spring 5 finds this class as well, on a javax server and on Java 8, and calls the other method; so it has both.
 */
public final class FirstInitializer implements WebApplicationInitializer, PriorityOrdered {
    @Override
    public void onStartup(jakarta.servlet.ServletContext context) {
        SpringWay.start(context);
    }

    /** What Spring 5 calls. That Foxden does not run there is said elsewhere. */
    @SuppressWarnings("unused")
    public void onStartup(javax.servlet.ServletContext ignored) {}

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }
}
