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
import io.foxden.servlet.json.Api;
import io.foxden.servlet.json.Health;
import io.foxden.servlet.page.Route;
import io.foxden.servlet.wizard.Actions;
import io.foxden.servlet.wizard.Home;
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

/** Foxden in one web application, from its start to its end. */
final class Deployment implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Deployment.class);
    private static final String FILTER = "foxden";

    private final ServletContext context;
    private final HostView view;

    private Deployment(ServletContext context, HostView view) {
        this.context = context;
        this.view = view;
    }

    /**
     * Opens the installation and registers its filter. Where it cannot be opened the application starts all the same, and
     * the filter says no to everything. Waits for nothing but files.
     *
     * @param basePath below the context path, where the settings say nothing else
     */
    static Deployment start(Application application, Settings settings, String basePath) {
        ServletContext context = application.context();
        settings.problems().forEach(problem -> LOG.warn("{} {}", problem.detail(), problem.remedy()));
        Base base = new Base(context.getContextPath(), settings.basePath().orElse(basePath));
        Forwarding forwarding = new Forwarding(settings.trustedProxies());
        RandomText random = new RandomText(new SecureRandom());
        HostView view = open(
                settings,
                new Presence(
                        settings.basePath().orElse(basePath), application.way().words(), application.jars()));
        Installation foxden = view.installation();
        Desk desk = foxden == null
                ? new ClosedDesk(new Refusals(random))
                : desk(foxden, Gatehouse.of(foxden, Clock.systemUTC(), random));
        Deployment deployment = new Deployment(context, view);
        boolean registered = false;
        try {
            register(context, new FoxdenFilter(base, forwarding, desk, application.end()));
            context.setAttribute(Foxden.class.getName(), view);
            registered = true;
        } finally {
            if (!registered) {
                deployment.close();
            }
        }
        if (foxden != null) {
            tell(foxden, base);
        }
        return deployment;
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
    private static HostView open(Settings settings, Presence presence) {
        Installation foxden = null;
        Problem problem = Problem.of(Code.NOT_STARTED, "Foxden could not be started.");
        try {
            foxden = Installation.open(settings);
            return new HostView(foxden.deployed(presence).start(), null);
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
    private static Answers answers(Installation foxden, Gatehouse gatehouse) {
        Departures departures = new Departures(foxden, gatehouse.attempts());
        Returns returns = new Returns(foxden, gatehouse.gate());
        Home home = new Home(foxden);
        Actions actions =
                new Actions(foxden, home, request -> departures.onwards(request, null, false), gatehouse.refusals());
        Api api = new Api(foxden);
        return new Answers()
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
     * @throws IllegalStateException if the application has started already, or takes no filters from the caller
     */
    private static void register(ServletContext context, FoxdenFilter filter) {
        FilterRegistration.Dynamic registration = added(context, filter);
        if (registration == null) {
            LOG.warn("A filter named {} is registered already; this one stays out of use.", FILTER);
            return;
        }
        registration.setAsyncSupported(true);
        registration.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, "/*");
    }

    private static FilterRegistration.@Nullable Dynamic added(ServletContext context, FoxdenFilter filter) {
        try {
            return context.addFilter(FILTER, filter);
        } catch (UnsupportedOperationException e) {
            throw new IllegalStateException(
                    "Only an initializer, or a listener that web.xml or an annotation names, may start Foxden", e);
        }
    }

    private static void tell(Installation foxden, Base base) {
        LOG.info(
                "Foxden {} answers at {}; home {}; {}",
                Version.TEXT,
                address(foxden, base),
                foxden.settings().home(),
                foxden.status().phase().word());
        foxden.access()
                .setupCodeFile()
                .ifPresent(file -> LOG.info("The setup code that opens Foxden's page is in the file {}", file));
    }

    /** The public address where it is known; a record that cannot be read is told by the page. */
    private static String address(Installation foxden, Base base) {
        try {
            return foxden.site().map(SiteAddress::baseUrl).map(Object::toString).orElse(base.cookiePath());
        } catch (FoxdenException e) {
            return base.cookiePath();
        }
    }

    @Override
    public void close() {
        context.removeAttribute(Foxden.class.getName());
        Installation installation = view.installation();
        if (installation != null) {
            installation.close();
        }
    }
}
