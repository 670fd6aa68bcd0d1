package io.foxden.servlet;

import io.foxden.Foxden;
import io.foxden.Version;
import io.foxden.config.Settings;
import io.foxden.config.SiteAddress;
import io.foxden.config.Surroundings;
import io.foxden.doctor.Presence;
import io.foxden.host.Application;
import io.foxden.host.Way;
import io.foxden.installation.Installation;
import io.foxden.problem.Code;
import io.foxden.problem.FoxdenException;
import io.foxden.problem.Problem;
import io.foxden.secret.RandomText;
import io.foxden.servlet.connect.Departures;
import io.foxden.servlet.connect.Returns;
import io.foxden.servlet.exchange.Base;
import io.foxden.servlet.exchange.Forwarding;
import io.foxden.servlet.gate.Gatehouse;
import io.foxden.servlet.gate.Refusals;
import io.foxden.servlet.json.Health;
import io.foxden.servlet.json.JsonApi;
import io.foxden.servlet.page.Route;
import io.foxden.servlet.wizard.Actions;
import io.foxden.servlet.wizard.Overview;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Foxden in one web application, from its start to its end. Opened while the application starts, so that the host's own
 * code finds it there; but the background thread begins with the filter. Containers begin filters last, when nothing of the
 * host can fail any more, and end each that they began: a host that does not start leaves no thread of ours behind.
 */
final class Deployment implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Deployment.class);
    private static final String FILTER = "foxden";

    private final Application application;
    private final Settings settings;
    private final Base base;
    private final Presence presence;
    private final RandomText random = new RandomText(new SecureRandom());
    private @Nullable HostView view;
    private volatile Desk desk = new ClosedDesk(new Refusals(random));

    private Deployment(Application application, Settings settings, String basePath) {
        this.application = application;
        this.settings = settings;
        this.base = new Base(application.context().getContextPath(), basePath);
        this.presence = new Presence(basePath, application.way().words(), application.jars());
    }

    /**
     * Opens the installation and registers its filter. Where it cannot be opened the application starts all the same, and
     * the filter says no to everything. Waits for nothing but files.
     *
     * @param basePath below the context path, where the settings say nothing else
     * @throws IllegalStateException if the application has started already, or takes no filters from the caller
     */
    static Deployment start(Application application, Settings settings, String basePath) {
        settings.problems().forEach(problem -> LOG.warn("{} {}", problem.detail(), problem.remedy()));
        Deployment deployment =
                new Deployment(application, settings, settings.basePath().orElse(basePath));
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
        if (view == null) {
            view = opened();
            Installation foxden = view.installation();
            desk = foxden == null
                    ? new ClosedDesk(new Refusals(random))
                    : desk(foxden, Gatehouse.of(foxden, Clock.systemUTC(), random));
            application.context().setAttribute(Foxden.class.getName(), view);
        }
    }

    /** Called by the filter when the container begins it: again after an end, where a server restarts an application. */
    synchronized void begin() {
        open();
        Installation foxden = view == null ? null : view.installation();
        if (foxden != null) {
            tell(foxden.start());
        }
    }

    /** Called by the filter when the container ends it. */
    void end() {
        close();
        application.end().run();
    }

    Desk desk() {
        return desk;
    }

    /** Where it was closed the desk says no. */
    @Override
    public synchronized void close() {
        HostView last = view;
        view = null;
        desk = new ClosedDesk(new Refusals(random));
        if (last != null) {
            application.context().removeAttribute(Foxden.class.getName());
            if (last.installation() != null) {
                last.installation().close();
            }
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

    /** Where it cannot be opened the log says why. Also a defect of ours must not keep the host from starting. */
    private HostView opened() {
        Installation foxden = null;
        Problem problem = Problem.of(Code.NOT_STARTED, "Foxden could not be started.");
        try {
            foxden = Installation.open(settings);
            return new HostView(foxden.deployed(presence).prepare(), null);
        } catch (FoxdenException e) {
            problem = e.problem();
            LOG.error("Foxden is not running: {} {}", problem.detail(), problem.remedy());
            LOG.debug("Foxden is not running", e);
        } catch (RuntimeException | LinkageError e) {
            LOG.error("Foxden is not running, by a defect of its own or a clash of libraries. Please report this.", e);
        }
        if (foxden != null) {
            foxden.close();
        }
        return new HostView(null, problem);
    }

    private static FrontDesk desk(Installation foxden, Gatehouse gatehouse) {
        return new FrontDesk(gatehouse.gate(), gatehouse.refusals(), answers(foxden, gatehouse));
    }

    /** Every address and who answers there. */
    private static Switchboard answers(Installation foxden, Gatehouse gatehouse) {
        Departures departures = new Departures(foxden, gatehouse.attempts());
        Returns returns = new Returns(foxden, gatehouse.gate());
        Overview home = new Overview(foxden);
        Actions actions =
                new Actions(foxden, home, request -> departures.onwards(request, null, false), gatehouse.refusals());
        JsonApi api = new JsonApi(foxden);
        return new Switchboard()
                .administrators(Route.HOME, home::show)
                .open(Route.CLAIM, gatehouse.signIn()::claim)
                .administrators(Route.SIGN_OUT, gatehouse.signIn()::signOut)
                .administrators(Route.INSTALL, actions::install)
                .administrators(Route.CONNECT, departures::connect)
                .open(Route.CONNECT_START, departures::start)
                .open(Route.CALLBACK, returns::callback)
                .open(Route.CONNECT_RESULT, returns::result)
                .administrators(Route.REFRESH, actions::refresh)
                .administrators(Route.DISCONNECT, actions::disconnect)
                .administrators(Route.RESET, actions::reset)
                .open(Route.HEALTH, new Health(foxden)::answer)
                .administrators(Route.API_STATUS, api::status)
                .administrators(Route.API_DOCTOR, api::doctor)
                .administrators(Route.API_INSTALL, api::install)
                .administrators(Route.API_CONNECT, api::connect)
                .administrators(Route.API_REFRESH, api::refresh)
                .administrators(Route.API_DISCONNECT, api::disconnect)
                .administrators(Route.API_RESET, api::reset)
                .administrators(Route.API_DESCRIPTION, api::description)
                .complete();
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
            return context.addFilter(FILTER, new FoxdenFilter(base, new Forwarding(settings.trustedProxies()), this));
        } catch (UnsupportedOperationException e) {
            throw new IllegalStateException(
                    "Only an initializer, or a listener that web.xml or an annotation names, may start Foxden", e);
        }
    }

    private void tell(Installation foxden) {
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
            return foxden.site().map(SiteAddress::baseUrl).map(Object::toString).orElse(base.cookiePath());
        } catch (FoxdenException e) {
            return base.cookiePath();
        }
    }
}
