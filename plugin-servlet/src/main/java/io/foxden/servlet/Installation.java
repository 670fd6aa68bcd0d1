package io.foxden.servlet;

import io.foxden.Foxden;
import io.foxden.config.Settings;
import io.foxden.config.SiteAddress;
import io.foxden.config.Surroundings;
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
final class Installation implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Installation.class);
    private static final String FILTER = "foxden";

    private final @Nullable Foxden foxden;

    private Installation(@Nullable Foxden foxden) {
        this.foxden = foxden;
    }

    /**
     * Opens the installation and registers its filter. Where it cannot be opened the application starts all the same, and
     * the filter says no to everything. Waits for nothing but files.
     *
     * @param basePath below the context path, where the settings say nothing else
     */
    static Installation start(ServletContext context, Settings settings, String basePath) {
        settings.problems().forEach(problem -> LOG.warn("{} {}", problem.detail(), problem.remedy()));
        Base base = new Base(context.getContextPath(), settings.basePath().orElse(basePath));
        Forwarding forwarding = new Forwarding(settings.trustedProxies());
        RandomText random = new RandomText(new SecureRandom());
        Foxden foxden = open(settings, settings.basePath().orElse(basePath));
        Desk desk = foxden == null
                ? new ClosedDesk(new Refusals(random))
                : desk(foxden, Gatehouse.of(foxden, Clock.systemUTC(), random));
        register(context, new FoxdenFilter(base, forwarding, desk));
        if (foxden != null) {
            tell(foxden, base);
        }
        return new Installation(foxden);
    }

    /** The settings in force for this web application. */
    static Settings settings(ServletContext context, String basePath) {
        Map<String, String> parameters = new TreeMap<>();
        for (String name : Collections.list(context.getInitParameterNames())) {
            parameters.put(name, String.valueOf(context.getInitParameter(name)));
        }
        return Surroundings.ofProcess()
                .contextParameters(parameters)
                .vendor(context.getClassLoader())
                .contextPath(context.getContextPath())
                .basePath(basePath)
                .read();
    }

    /** Null where it cannot be opened: the log says why. Also a defect of ours must not keep the host from starting. */
    private static @Nullable Foxden open(Settings settings, String basePath) {
        Foxden foxden = null;
        try {
            foxden = Foxden.open(settings);
            return foxden.deployedAt(basePath).start();
        } catch (FoxdenException e) {
            Problem problem = e.problem();
            LOG.error("Foxden is not running: {} {}", problem.detail(), problem.remedy());
            LOG.debug("Foxden is not running", e);
        } catch (RuntimeException | LinkageError e) {
            LOG.error("Foxden is not running, by a defect of its own or a clash of libraries. Please report this.", e);
        }
        if (foxden != null) {
            foxden.close();
        }
        return null;
    }

    private static FrontDesk desk(Foxden foxden, Gatehouse gatehouse) {
        return new FrontDesk(gatehouse.gate(), gatehouse.refusals(), answers(foxden, gatehouse));
    }

    /** Every address and who answers there. */
    private static Answers answers(Foxden foxden, Gatehouse gatehouse) {
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

    /** First of all filters: a filter of the host's that does not go on, such as one that asks for a login, comes after. */
    private static void register(ServletContext context, FoxdenFilter filter) {
        FilterRegistration.Dynamic registration = context.addFilter(FILTER, filter);
        if (registration == null) {
            LOG.warn("A filter named {} is registered already; this one stays out of use.", FILTER);
            return;
        }
        registration.setAsyncSupported(true);
        registration.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, "/*");
    }

    private static void tell(Foxden foxden, Base base) {
        LOG.info(
                "Foxden {} answers at {}; home {}; {}",
                Foxden.version(),
                address(foxden, base),
                foxden.settings().home(),
                foxden.status().phase().word());
        foxden.access()
                .setupCodeFile()
                .ifPresent(file -> LOG.info("The setup code that opens Foxden's page is in the file {}", file));
    }

    /** The public address where it is known; a record that cannot be read is told by the page. */
    private static String address(Foxden foxden, Base base) {
        try {
            return foxden.site().map(SiteAddress::baseUrl).map(Object::toString).orElse(base.cookiePath());
        } catch (FoxdenException e) {
            return base.cookiePath();
        }
    }

    @Override
    public void close() {
        if (foxden != null) {
            foxden.close();
        }
    }
}
