package io.foxden.servlet;

import io.foxden.Foxden;
import io.foxden.Version;
import io.foxden.config.Settings;
import io.foxden.config.Surroundings;
import io.foxden.host.Application;
import io.foxden.host.Way;
import io.foxden.installation.Installation;
import io.foxden.meter.Meters;
import io.foxden.problem.Code;
import io.foxden.problem.FoxdenException;
import io.foxden.problem.Problem;
import io.foxden.secret.RandomText;
import io.foxden.servlet.Reopening.Pauses;
import io.foxden.servlet.gate.Gatehouse;
import io.foxden.setting.SiteAddress;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Foxden in one web application, from its start to its end. Opened while the application starts, so that the host's own
 * code finds it there; but threads of ours begin with the filter. Containers begin filters last, when nothing of the
 * host can fail any more, and end each that they began: a host that does not start leaves no thread of ours behind.
 */
final class Deployment implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Deployment.class);
    private static final String FILTER = "foxden";

    /** So long a request of an administrator waits for an attempt to open what is closed. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Application application;
    private final Supplier<Settings> settings;
    private final Opening opening;
    private final Clock clock = Clock.systemUTC();
    private final HostView view = new HostView(this::premises);
    private volatile Premises premises;
    private volatile @Nullable Reopening reopening;
    private volatile boolean running;
    private @Nullable Instant closedSince;
    private @Nullable Meters meters;

    private Deployment(Application application, Supplier<Settings> settings, String usualBasePath) {
        RandomText random = new RandomText(new SecureRandom());
        Gatehouse gatehouse = Gatehouse.closed(() -> premises().settings(), clock, random);
        Switchboard closed = new ClosedAnswers(this::premises, gatehouse).switchboard();
        Desk closedDesk = new FrontDesk(gatehouse.gate(), gatehouse.refusals(), closed, this::latestDesk);
        this.application = application;
        this.settings = settings;
        this.opening = new Opening(application, usualBasePath, random, closedDesk, this::latestDesk);
        this.premises = opening.closed(settings.get(), Problem.of(Code.NOT_STARTED, "Foxden has not started yet."));
    }

    /**
     * Opens the installation and registers its filter. Where it cannot be opened the application starts all the same, and
     * it is tried again while the application runs. Waits for nothing but files.
     *
     * @param settings read anew for each attempt
     * @param usualBasePath below the context path, where the settings say nothing else
     * @throws IllegalStateException if the application has started already, or takes no filters from the caller
     */
    static Deployment start(Application application, Supplier<Settings> settings, String usualBasePath) {
        Deployment deployment = new Deployment(application, settings, usualBasePath);
        deployment.open();
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

    private synchronized void open() {
        if (!running) {
            running = true;
            closedSince = null;
            premises = timed(opening.open(premises.settings()), Pauses.USUAL.first());
            application.context().setAttribute(Foxden.class.getName(), view);
        }
    }

    /** Called by the filter when the container begins it: again after an end, where a server restarts an application. */
    synchronized void begin() {
        open();
        Premises now = premises;
        if (now.foxden() != null) {
            run(now.foxden());
        }
        if (!now.isWhole()) {
            String name = String.valueOf(now.settings().home().getFileName());
            reopening = Reopening.start(this::reopens, Pauses.USUAL, name);
        }
    }

    /** Called by the filter when the container ends it. */
    void end() {
        close();
        application.end().run();
    }

    /** How things stand now. */
    Premises premises() {
        return premises;
    }

    /** Has what is closed or locked tried once more, unless that was just done. */
    private Desk latestDesk() {
        Reopening last = reopening;
        if (last != null) {
            last.now(PATIENCE);
        }
        return premises.desk();
    }

    /** One attempt; the rest is left to do while the vault in it is locked. */
    private boolean reopens(Duration next) {
        Premises fresh = timed(opening.open(settingsNow()), next);
        Installation left = changed(fresh);
        if (left != null) {
            left.close();
        }
        return premises.isWhole() || !running;
    }

    /** Takes what is better than what there is; gives what is then to be closed. */
    private synchronized @Nullable Installation changed(Premises fresh) {
        Premises before = premises;
        if (!running || (before.isOpen() && !fresh.isWhole())) {
            return fresh.foxden();
        }
        premises = fresh;
        if (fresh.foxden() != null) {
            run(fresh.foxden());
        }
        return before.foxden();
    }

    /** What keeps the home from being opened may have kept the file in it from being read, too. */
    private Settings settingsNow() {
        try {
            return settings.get();
        } catch (RuntimeException | Error e) {
            LOG.warn("The settings cannot be read just now.", e);
            return premises.settings();
        }
    }

    /** Since when it is closed, and when it will be tried again. */
    private synchronized Premises timed(Premises fresh, Duration next) {
        Problem why = fresh.problem();
        if (why == null) {
            return fresh;
        }
        Instant now = clock.instant();
        closedSince = closedSince == null ? now : closedSince;
        return opening.closed(fresh.settings(), why.lasting(closedSince, now.plus(next)));
    }

    /** Afterwards the desk says no. */
    @Override
    public void close() {
        Reopening attempts;
        Installation last;
        synchronized (this) {
            running = false;
            attempts = reopening;
            reopening = null;
            last = premises.foxden();
            premises = opening.closed(
                    premises.settings(), Problem.of(Code.NOT_STARTED, "Foxden has ended with the application."));
            application.context().removeAttribute(Foxden.class.getName());
            showNothing();
        }
        if (attempts != null) {
            attempts.close();
        }
        if (last != null) {
            last.close();
        }
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
        registration.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, "/*");
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

    private synchronized void showNothing() {
        if (meters != null) {
            meters.close();
            meters = null;
        }
    }

    private synchronized void run(Installation foxden) {
        foxden.start();
        showNothing();
        meters = Meters.show(foxden.readings());
        LOG.info(
                "Foxden {} answers at {}; home {}; {}",
                Version.TEXT,
                address(foxden),
                foxden.settings().home(),
                foxden.status().phase().word());
        foxden.access()
                .setupCodeFile()
                .ifPresent(file -> LOG.info("The setup code that opens Foxden's page is in the file {}", file));
    }

    /** The public address where it is known; a record that cannot be read is told by the page. */
    private String address(Installation foxden) {
        try {
            return foxden.site()
                    .map(SiteAddress::baseUrl)
                    .map(Object::toString)
                    .orElse(premises.base().cookiePath());
        } catch (FoxdenException e) {
            return premises.base().cookiePath();
        }
    }
}
