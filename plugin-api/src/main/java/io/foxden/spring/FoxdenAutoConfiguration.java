package io.foxden.spring;

import io.foxden.host.Hosting;
import io.foxden.host.Way;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;

/**
 * Starts Foxden with a Spring Boot application that has its JAR on the class path, before the filters of the
 * application's own. Properties of Spring's environment whose names begin with {@code foxden.} are settings of Foxden,
 * with the rank of context parameters.
 */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
public class FoxdenAutoConfiguration {
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    ServletContextInitializer foxdenServletContextInitializer(ConfigurableEnvironment environment) {
        return context -> Hosting.register(context, Way.SPRING_BOOT, settings(environment));
    }

    private static Map<String, String> settings(ConfigurableEnvironment environment) {
        Map<String, String> settings = new TreeMap<>();
        for (PropertySource<?> source : environment.getPropertySources()) {
            if (source instanceof EnumerablePropertySource<?> named) {
                for (String name : named.getPropertyNames()) {
                    String value = name.startsWith("foxden.") ? environment.getProperty(name) : null;
                    if (value != null) {
                        settings.put(name, value);
                    }
                }
            }
        }
        return settings;
    }
}
