package io.foxden.servlet;

import io.foxden.config.Settings;
import io.foxden.config.Surroundings;
import io.foxden.host.Application;
import io.foxden.host.Way;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Foxden in one web application, from its start to its end. The host's own code finds it there while the application
 * starts, and opens it by using it; else it is opened, and threads of ours begin, with the filter. Containers begin
 * filters last, when nothing of the host can fail any more, and end each that they began: a host that does not start
 * leaves no thread of ours behind. And by then every way into the application has said what it knows.
 */
final class Deployment implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Deployment.class);
    private static final String FILTER = "foxden";

    private final Application application;
    private final Occupancy occupancy;

    private Deployment(Application application, Occupancy occupancy) {
        this.application = application;
        this.occupancy = occupancy;
    }

    /**
     * Registers the filter, and opens nothing yet. Where the installation cannot be opened the application starts all the
     * same, and it is tried again while the application runs.
     *
     * @param settings read anew for each attempt
     * @param usualBasePath below the context path, where the settings say nothing else
     * @throws IllegalStateException if the application has started already, or takes no filters from the caller
     */
    static Deployment start(Application application, Supplier<Settings> settings, String usualBasePath) {
        Deployment deployment = new Deployment(application, new Occupancy(application, settings, usualBasePath));
        deployment.occupancy.show();
        boolean registered = false;
        try {
            registered = deployment.register();
        } finally {
            if (!registered) {
                deployment.close();
            }
        }
        return deployment;
    }

    /** Called by the filter when the container begins it: again after an end, where a server restarts an application. */
    void begin() {
        occupancy.begin();
    }

    /** Called by the filter when the container ends it. */
    void end() {
        try {
            close();
        } finally {
            application.end().run();
        }
    }

    /** How things stand now. */
    Premises premises() {
        return occupancy.premises();
    }

    @Override
    public void close() {
        occupancy.end();
    }

    /** The settings in force for this web application. */
    static Settings settings(Application application, String basePath) {
        ServletContext context = application.context();
        Map<String, String> parameters = new TreeMap<>(application.parameters());
        for (String name : Collections.list(context.getInitParameterNames())) {
            parameters.put(name, String.valueOf(context.getInitParameter(name)));
        }
        return Surroundings.ofProcess()
                .contextParameters(parameters)
                .vendor(context.getClassLoader())
                .contextPath(context.getContextPath())
                .basePath(basePath)
                .lasting(application.way() != Way.SPRING_BOOT)
                .read();
    }

    /**
     * First of all filters: a filter of the host's that does not go on, such as one that asks for a login, comes after.
     *
     * @return false where there is one of that name: of somebody else's, or ours from before a restart, which begins anew
     */
    private boolean register() {
        FilterRegistration.Dynamic registration = added(application.context());
        if (registration == null) {
            LOG.info("There is a filter named {} in the application already.", FILTER);
            return false;
        }
        registration.setAsyncSupported(true);
        // ASYNC, as a request comes back by that once its body is here.
        registration.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC), false, "/*");
        return true;
    }

    private FilterRegistration.@Nullable Dynamic added(ServletContext context) {
        try {
            return context.addFilter(FILTER, new FoxdenFilter(this));
        } catch (UnsupportedOperationException e) {
            throw new IllegalStateException(
                    "Only an initializer, or a listener that web.xml or an annotation names, may start Foxden", e);
        }
    }
}
