package io.foxden.servlet;

import jakarta.servlet.ServletContext;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.jspecify.annotations.Nullable;

/** Where the server that an application is in can be asked on this machine, as far as it tells. */
final class Doors {
    /** Put there by who knows the application's own server: a supplier of its port, which has none before it is open. */
    private static final String PORT = "io.foxden.port";

    private Doors() {}

    /** The ports for HTTP, with TLS or without; none where the server does not tell, or not yet. */
    static List<Integer> of(ServletContext context) {
        List<Integer> doors = new ArrayList<>();
        try {
            doors.addAll(ofSpringBoot(context));
            doors.addAll(ofTomcat(VirtualHost.told(context)));
            doors.addAll(ofJetty(context.getClassLoader()));
        } catch (RuntimeException | ReflectiveOperationException | JMException e) {
            return doors;
        }
        return doors;
    }

    private static List<Integer> ofSpringBoot(ServletContext context) {
        @Nullable Object port = context.getAttribute(PORT) instanceof Supplier<?> told ? told.get() : null;
        return port == null ? List.of() : List.of(Integer.valueOf(port.toString()));
    }

    private static List<Integer> ofTomcat(String virtualHost) throws JMException {
        int slash = virtualHost.indexOf('/');
        if (slash < 0) {
            return List.of();
        }
        List<Integer> doors = new ArrayList<>();
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        ObjectName connectors = new ObjectName(virtualHost.substring(0, slash) + ":type=Connector,*");
        for (ObjectName connector : server.queryNames(connectors, null)) {
            int port = (Integer) server.getAttribute(connector, "localPort");
            boolean ajp = String.valueOf(server.getAttribute(connector, "protocol"))
                    .toLowerCase(Locale.ROOT)
                    .contains("ajp");
            if (!ajp && port > 0) {
                doors.add(port);
            }
        }
        return doors;
    }

    /** Its class loader for an application knows the application, and that the server. */
    private static List<Integer> ofJetty(@Nullable ClassLoader application) throws ReflectiveOperationException {
        if (application == null || !application.getClass().getName().startsWith("org.eclipse.jetty.")) {
            return List.of();
        }
        List<Integer> doors = new ArrayList<>();
        Object server = call(call(application, "getContext"), "getServer");
        for (Object connector : (Object[]) call(server, "getConnectors")) {
            int port = (Integer) call(connector, "getLocalPort");
            if (port > 0) {
                doors.add(port);
            }
        }
        return doors;
    }

    private static Object call(Object target, String method) throws ReflectiveOperationException {
        return target.getClass().getMethod(method).invoke(target);
    }
}
