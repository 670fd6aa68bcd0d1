package io.foxden.host;

import jakarta.servlet.ServletContext;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The ways that Spring opens. */
public final class SpringWay {
    /** A supplier of the port; asked for by the hidden part, by the same name. */
    static final String PORT = "io.foxden.port";

    private SpringWay() {}

    /** In a WAR, as the first of Spring's initializers; throws nothing. */
    public static void start(ServletContext context) {
        Unharmed.run(context, () -> Hosting.register(context, Way.SPRING_INITIALIZER, Map.of()));
    }

    /**
     * In a Spring Boot application; throws nothing.
     *
     * @param boot a class of Boot's: a server that was loaded with it came along in the application
     * @param settings what Spring's environment has for Foxden
     * @param port of the server that came along, once it is open
     */
    public static void start(
            ServletContext context,
            Class<?> boot,
            Supplier<Map<String, String>> settings,
            Supplier<@Nullable String> port) {
        Unharmed.run(context, () -> {
            context.setAttribute(PORT, port);
            boolean embedded = context.getClass().getClassLoader() == boot.getClassLoader();
            Hosting.register(context, embedded ? Way.SPRING_BOOT : Way.SPRING_BOOT_WAR, settings.get());
        });
    }
}
