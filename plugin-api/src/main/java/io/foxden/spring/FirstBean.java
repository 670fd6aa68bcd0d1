package io.foxden.spring;

import io.foxden.host.SpringWay;
import jakarta.servlet.ServletContext;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.core.Ordered;
import org.springframework.core.PriorityOrdered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;

/** The first bean that registers anything with the server: Boot asks the objects themselves for their order. */
final class FirstBean implements ServletContextInitializer, PriorityOrdered {
    private final ConfigurableEnvironment environment;

    FirstBean(ConfigurableEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public void onStartup(ServletContext context) {
        SpringWay.start(
                context,
                ServletContextInitializer.class,
                this::settings,
                () -> environment.getProperty("local.server.port"));
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    private Map<String, String> settings() {
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
