package io.foxden.servlet;

import io.foxden.config.Settings;
import io.foxden.config.Surroundings;
import io.foxden.host.Application;
import io.foxden.host.Way;
import io.foxden.installation.Installation;
import io.foxden.problem.FoxdenException;
import io.foxden.secret.RandomText;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import java.security.SecureRandom;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
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
    static final String FILTER = "foxden";

    private final Application application;
    private final Occupancy occupancy;
    private final OwnAddress ownAddress;

    private Deployment(Application application, Occupancy occupancy) {
        this.application = application;
        this.occupancy = occupancy;
        RandomText random = new RandomText(new SecureRandom());
        this.ownAddress = new OwnAddress(application.context(), occupancy::premises, random);
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
        ownAddress.ask();
    }

    /** @see OwnAddress#answer */
    @Nullable
    String mark(@Nullable String question) {
        return ownAddress.answer(question);
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
        ownAddress.close();
        occupancy.end();
    }

    /** The settings in force for this web application. */
    static Settings settings(Application application, String basePath) {
        ServletContext context = application.context();
        Map<String, String> parameters = new TreeMap<>(application.parameters());
        for (String name : Collections.list(context.getInitParameterNames())) {
            parameters.put(name, String.valueOf(context.getInitParameter(name)));
        }
        String virtualHost = VirtualHost.of(context);
        Surroundings surroundings = Surroundings.ofProcess()
                .contextParameters(parameters)
                .vendor(context.getClassLoader())
                .contextPath(context.getContextPath())
                .virtualHost(virtualHost)
                .basePath(basePath)
                .lasting(application.way() != Way.SPRING_BOOT);
        Settings settings = surroundings.read();
        boolean settled = virtualHost.isEmpty() || !settings.homeKnown() || Installation.exists(settings);
        return settled ? settings : former(surroundings, virtualHost).orElse(settings);
    }

    /** The home from before virtual hosts were told apart, where the site of this one lives there. */
    private static Optional<Settings> former(Surroundings surroundings, String virtualHost) {
        Settings former = surroundings.former(true).read();
        try {
            Optional<Installation> there = Installation.look(former);
            try {
                return there.flatMap(Installation::site)
                        .filter(site ->
                                virtualHost.equalsIgnoreCase(site.siteUrl().getHost()))
                        .map(site -> former);
            } finally {
                there.ifPresent(Installation::close);
            }
        } catch (FoxdenException e) {
            return Optional.empty();
        }
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
        listen(application.context());
        return true;
    }

    /** Does without where the container takes no listener any more. */
    private void listen(ServletContext context) {
        try {
            context.addListener(new FirstRequest(ownAddress));
        } catch (RuntimeException e) {
            LOG.debug("Requests that never come to Foxden go unnoticed", e);
        }
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
