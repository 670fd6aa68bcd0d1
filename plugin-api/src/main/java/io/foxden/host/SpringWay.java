package io.foxden.host;

import jakarta.servlet.ServletContext;
import java.util.Map;
import java.util.function.Supplier;

/** The ways that Spring opens. */
public final class SpringWay {
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
     */
    public static void start(ServletContext context, Class<?> boot, Supplier<Map<String, String>> settings) {
        Unharmed.run(context, () -> {
            boolean embedded = context.getClass().getClassLoader() == boot.getClassLoader();
            Hosting.register(context, embedded ? Way.SPRING_BOOT : Way.SPRING_BOOT_WAR, settings.get());
        });
    }
}
