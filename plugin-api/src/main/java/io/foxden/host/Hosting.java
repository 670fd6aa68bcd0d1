package io.foxden.host;

import jakarta.servlet.ServletContext;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Starts Foxden in an application once, whoever asks and however often, and ends it once. What is remembered lies in the
 * servlet context, under types of the JDK's: another copy of this class, by another class loader, must understand it.
 */
public final class Hosting {
    private static final Logger LOG = Logger.getLogger(Hosting.class.getName());
    private static final String JARS = "io.foxden.jars";
    private static final String PARAMETERS = "io.foxden.parameters";
    private static final String RUNNING = "io.foxden.running";

    private Hosting() {}

    /**
     * For the host's own code.
     *
     * @throws IllegalStateException if the application has started already, or takes no filters from the caller; whatever
     *     else goes wrong is only logged
     */
    public static void call(ServletContext context) {
        try {
            register(context, Way.EXPLICIT, Map.of());
        } catch (IllegalStateException e) {
            throw e;
        } catch (RuntimeException | Error e) {
            Unharmed.tell(context, e);
        }
    }

    /**
     * What the caller of a way that starts nothing any more has for Foxden counts all the same, as long as Foxden was not
     * opened: a container's initializer may have come before Spring's settings are known.
     *
     * @param parameters settings that the host has for Foxden, beside the context's own parameters
     * @throws IllegalStateException if the application has started already, or takes no filters from the caller
     */
    public static void register(ServletContext context, Way way, Map<String, String> parameters) {
        Copies copies = Copies.in(context.getClassLoader());
        if (context.getAttribute(JARS) instanceof List<?> jars) {
            stayOut(context, copies, jars);
            add(context, parameters);
            return;
        }
        List<String> jars = new CopyOnWriteArrayList<>(copies.locations());
        Map<String, String> settings = new ConcurrentHashMap<>(parameters);
        context.setAttribute(JARS, jars);
        context.setAttribute(PARAMETERS, settings);
        boolean started = false;
        try {
            say(context, way, copies, jars);
            start(new Application(context, way, settings, jars, () -> end(context)));
            started = true;
        } finally {
            if (!started) {
                forget(context);
            }
        }
    }

    private static void say(ServletContext context, Way way, Copies copies, List<String> jars) {
        if (jars.size() > 1) {
            LOG.warning("Foxden is in the application '" + context.getContextPath() + "' more than once: " + jars
                    + ". The first one is in use. Remove the others.");
        }
        if (way != Way.CONTAINER_INITIALIZER && OrderedLibraries.leaveOut(context, copies.own())) {
            LOG.info("The absolute-ordering in web.xml leaves " + copies.own()
                    + " out; Foxden is started all the same, by " + way.words() + ".");
        }
    }

    private static void stayOut(ServletContext context, Copies copies, List<?> jars) {
        if (!jars.contains(copies.own())) {
            @SuppressWarnings("unchecked") // made above, or by a copy of this class
            List<String> known = (List<String>) jars;
            known.add(copies.own());
            LOG.warning("Foxden is in the application '" + context.getContextPath() + "' more than once: " + known
                    + ". The first one is in use. Remove the others.");
        }
    }

    private static void add(ServletContext context, Map<String, String> parameters) {
        if (context.getAttribute(PARAMETERS) instanceof Map<?, ?> known) {
            @SuppressWarnings("unchecked") // made above, or by a copy of this class
            Map<String, String> ours = (Map<String, String>) known;
            parameters.forEach(ours::putIfAbsent);
        }
    }

    private static void start(Application application) {
        PluginLoader loader = PluginLoader.of(Hosting.class.getClassLoader());
        boolean started = false;
        try {
            Running running = new Running(loader, loader.plugin().start(application));
            application.context().setAttribute(RUNNING, running);
            started = true;
        } catch (ReflectiveOperationException | LinkageError e) {
            String damaged = application.jars().get(0) + " is damaged, or does not fit this server. Replace it.";
            throw new LinkageError(damaged, e);
        } finally {
            if (!started) {
                loader.close();
            }
        }
    }

    private static void forget(ServletContext context) {
        context.removeAttribute(RUNNING);
        context.removeAttribute(JARS);
        context.removeAttribute(PARAMETERS);
        context.removeAttribute(SpringWay.PORT);
    }

    private static void end(ServletContext context) {
        Object running = context.getAttribute(RUNNING);
        if (running instanceof Running ours) {
            forget(context);
            ours.close();
        }
    }

    static boolean isRegistered(ServletContext context) {
        return context.getAttribute(JARS) != null;
    }

    /** Why an application has no Foxden, and what to do. */
    public static String whyNot(ServletContext context, @Nullable Object found) {
        String application = "the application '" + context.getContextPath() + "'";
        if (found != null) {
            return "Foxden runs in " + application + " from another JAR, " + context.getAttribute(JARS)
                    + ". There must be one, either in the server's shared folder or in WEB-INF/lib.";
        }
        String jar = Copies.in(context.getClassLoader()).own();
        if (OrderedLibraries.leaveOut(context, jar)) {
            return "Foxden does not run in " + application + ": the absolute-ordering in its web.xml leaves " + jar
                    + " out. Add <others/> or <name>foxden</name> to it; or add a listener with the listener-class "
                    + FoxdenListener.class.getName() + "; or call Foxden.register(servletContext) at start.";
        }
        return "Foxden does not run in " + application + ": nothing has started it from " + jar
                + ". Call Foxden.register(servletContext) while the application starts, or see the log for an earlier"
                + " error.";
    }
}
