package io.foxden.host;

import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The way that is open in most containers, also where {@code web.xml} says that it is complete (Servlet 6.0, 8.2.4). */
public final class FoxdenInitializer implements ServletContainerInitializer {
    @Override
    public void onStartup(@Nullable Set<Class<?>> ignored, ServletContext context) {
        Unharmed.run(context, () -> Hosting.register(context, Way.CONTAINER_INITIALIZER, Map.of()));
    }
}
