package io.foxden.host;

import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What an older host lacks, in which Foxden does nothing but say so. Compiled for Java 8, and without the servlet API. */
public final class JavaxHost {
    private static final String CONTEXT = "servlet.ServletContext";
    private static final int JAVA = 17;

    private JavaxHost() {}

    /** What is missing, as the end of a sentence; null where Foxden can run. */
    static @Nullable String lackOf(ClassLoader application) {
        String version = System.getProperty("java.specification.version");
        if (version.startsWith("1.") || Integer.parseInt(version) < JAVA) {
            return "Java " + JAVA + " or later, and this is Java " + version;
        }
        return lacksJakarta(application) ? "Jakarta Servlet 5 or later, and this server speaks javax.servlet" : null;
    }

    /** An API that the application brings along itself is not the server's. */
    private static boolean lacksJakarta(ClassLoader application) {
        @Nullable Class<?> jakarta = find("jakarta." + CONTEXT, application);
        return jakarta == null
                || (jakarta.getClassLoader() == application && isOfAnother("javax." + CONTEXT, application));
    }

    private static boolean isOfAnother(String name, ClassLoader application) {
        @Nullable Class<?> found = find(name, application);
        return found != null && found.getClassLoader() != application;
    }

    private static @Nullable Class<?> find(String name, ClassLoader loader) {
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException | LinkageError e) {
            return null;
        }
    }

    /** The one line. */
    static void tell(String lack) {
        Logger.getLogger(JavaxHost.class.getName())
                .warning("Foxden does not run in this application: it needs " + lack
                        + ". The application itself is not touched.");
    }

    /** For who knows already that there is no Jakarta Servlet. */
    public static void tell() {
        @Nullable String lack = lackOf(JavaxHost.class.getClassLoader());
        tell(lack == null ? "Jakarta Servlet 5 or later" : lack);
    }
}
