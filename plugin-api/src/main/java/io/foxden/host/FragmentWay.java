package io.foxden.host;

import jakarta.servlet.ServletContext;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The way into a Jetty without its annotations module, which reads web fragments and looks for no initializers. What a
 * fragment names has to be loadable everywhere and so cannot be a listener that is told its application; but Jetty's class
 * loader for an application knows it.
 */
final class FragmentWay {
    private FragmentWay() {}

    /** Does nothing where Foxden was started already, or where the loader is another container's. */
    static void start(@Nullable ClassLoader application) {
        ServletContext context = application == null ? null : contextOf(application);
        if (context != null && !Hosting.isRegistered(context)) {
            Hosting.register(context, Way.LISTENER, Map.of());
        }
    }

    private static @Nullable ServletContext contextOf(ClassLoader application) {
        try {
            Object context = application.getClass().getMethod("getContext").invoke(application);
            Object known = context.getClass().getMethod("getServletContext").invoke(context);
            return known instanceof ServletContext ours ? ours : null;
        } catch (ReflectiveOperationException | RuntimeException e) {
            return null;
        }
    }
}
