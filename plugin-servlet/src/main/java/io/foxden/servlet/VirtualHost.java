package io.foxden.servlet;

import jakarta.servlet.ServletContext;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.Set;
import javax.management.JMException;
import javax.management.ObjectName;

/** Which of a server's virtual hosts an application is in, as far as the server tells. */
final class VirtualHost {
    /** What servers call the one that is there without anybody's doing: WildFly, Liberty, GlassFish and Payara, others. */
    private static final Set<String> USUAL =
            Set.of("", "localhost", "default-host", "default_host", "server", "default");

    /** The engine of a Tomcat that an application brings along: it has one host, and shows itself nowhere. */
    private static final String EMBEDDED = "Tomcat";

    private VirtualHost() {}

    /** Whatever the server calls it. */
    static String told(ServletContext context) {
        try {
            return String.valueOf(context.getVirtualServerName());
        } catch (RuntimeException | Error e) {
            return "null";
        }
    }

    /** The name of one beside the default one; empty for that, and where the server does not tell them apart. */
    static String of(ServletContext context) {
        String name = told(context);
        int slash = name.indexOf('/');
        if (slash >= 0) {
            String host = name.substring(slash + 1);
            return host.equalsIgnoreCase(defaultHost(name.substring(0, slash))) ? "" : host;
        }
        boolean usual = name.equals("null") || USUAL.contains(name.toLowerCase(Locale.ROOT));
        return usual || !isJettyOrUndertow(context) ? "" : name;
    }

    /** Of other servers it is not known what their name for the only one is. */
    private static boolean isJettyOrUndertow(ServletContext context) {
        String server = String.valueOf(context.getServerInfo()).toLowerCase(Locale.ROOT);
        return server.startsWith("jetty/") || server.contains("undertow") || server.contains("wildfly");
    }

    /** A Tomcat tells its hosts with the engine's name before them. */
    private static String defaultHost(String engine) {
        if (engine.equals(EMBEDDED)) {
            return "localhost";
        }
        try {
            return String.valueOf(ManagementFactory.getPlatformMBeanServer()
                    .getAttribute(new ObjectName(engine + ":type=Engine"), "defaultHost"));
        } catch (JMException | RuntimeException e) {
            return "localhost";
        }
    }
}
