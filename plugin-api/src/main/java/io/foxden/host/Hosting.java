package io.foxden.host;

import jakarta.servlet.ServletContext;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Starts Foxden in an application once, whoever asks and however often, and ends it once. What is remembered lies in the
 * servlet context, under types of the JDK's: another copy of this class, by another class loader, must understand it.
 */
public final class Hosting {
    private static final Logger LOG = Logger.getLogger(Hosting.class.getName());
    private static final String JARS = "io.foxden.jars";
    private static final String RUNNING = "io.foxden.running";

    private Hosting() {}

    /**
     * @param parameters settings that the host has for Foxden, beside the context's own parameters
     * @throws IllegalStateException if the application has started already, or takes no filters from the caller
     */
    public static void register(ServletContext context, Way way, Map<String, String> parameters) {
        Copies copies = Copies.in(context.getClassLoader());
        if (context.getAttribute(JARS) instanceof List<?> jars) {
            stayOut(context, copies, jars);
            return;
        }
        List<String> jars = new CopyOnWriteArrayList<>(copies.locations());
        context.setAttribute(JARS, jars);
        if (jars.size() > 1) {
            LOG.warning("Foxden is in the application '" + context.getContextPath() + "' more than once: " + jars
                    + ". The first one is in use. Remove the others.");
        }
        if (way != Way.CONTAINER_INITIALIZER && OrderedLibraries.leaveOut(context, copies.own())) {
            LOG.info("The absolute-ordering in web.xml leaves " + copies.own()
                    + " out; Foxden is started all the same, by " + way.words() + ".");
        }
        start(new Application(context, way, parameters, jars, () -> end(context)));
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

    private static void start(Application application) {
        ServletContext context = application.context();
        PluginLoader loader = PluginLoader.of(Hosting.class.getClassLoader());
        boolean started = false;
        try {
            Running running = new Running(loader, loader.plugin().start(application));
            context.setAttribute(RUNNING, running);
            started = true;
        } catch (ReflectiveOperationException | LinkageError e) {
            LOG.log(Level.SEVERE, "Foxden does not run: " + application.jars().get(0) + " is damaged. Replace it.", e);
        } catch (RuntimeException e) {
            if (application.way() == Way.EXPLICIT) {
                throw e;
            }
            // The host's application is not to fail with ours.
            LOG.log(Level.SEVERE, "Foxden does not run, by a defect of its own. Please report this.", e);
        } finally {
            if (!started) {
                context.removeAttribute(JARS);
                loader.close();
            }
        }
    }

    private static void end(ServletContext context) {
        Object running = context.getAttribute(RUNNING);
        if (running instanceof Running ours) {
            context.removeAttribute(RUNNING);
            context.removeAttribute(JARS);
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
