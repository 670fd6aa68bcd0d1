package io.foxden.host;

import jakarta.servlet.ServletContext;
import java.util.List;

/** What {@code web.xml} says about the order of the JARs, as the container understood it (Servlet 6.0, 8.2.2). */
final class OrderedLibraries {
    private OrderedLibraries() {}

    /** Whether there is an order in which the JAR has no place. */
    static boolean leaveOut(ServletContext context, String jar) {
        String name = jar.substring(jar.lastIndexOf('/') + 1);
        return context.getAttribute(ServletContext.ORDERED_LIBS) instanceof List<?> libraries
                && !libraries.contains(name);
    }
}
