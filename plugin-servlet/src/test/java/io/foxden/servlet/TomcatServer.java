package io.foxden.servlet;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;

/** A Tomcat with a host application that has Foxden in it, and few threads. */
final class TomcatServer implements AutoCloseable {
    private final Tomcat tomcat = new Tomcat();

    static TomcatServer start(Path folder, int threads) throws LifecycleException {
        return start(folder, threads, "/foxden");
    }

    static TomcatServer start(Path folder, int threads, String contextPath) throws LifecycleException {
        TomcatServer server = new TomcatServer();
        server.open(folder, threads, contextPath);
        return server;
    }

    private void open(Path folder, int threads, String contextPath) throws LifecycleException {
        tomcat.setBaseDir(folder.toString());
        Connector connector = new Connector();
        connector.setPort(0);
        connector.setProperty("address", "127.0.0.1");
        connector.setProperty("maxThreads", Integer.toString(threads));
        tomcat.setConnector(connector);
        Context context = tomcat.addContext(contextPath, folder.toString());
        context.addParameter("foxden.home", folder.resolve("home").toString());
        context.addParameter("foxden.api-url", "http://127.0.0.1:9/");
        context.addParameter("foxden.authorize-url", "http://127.0.0.1:9/authorize");
        context.addParameter("foxden.admin.token", WebServer.ADMIN_TOKEN);
        context.addApplicationListener(EmbeddedFoxden.class.getName());
        Tomcat.addServlet(context, "host", new HostPage());
        context.addServletMappingDecoded("/*", "host");
        tomcat.start();
    }

    int port() {
        return tomcat.getConnector().getLocalPort();
    }

    @Override
    public void close() throws LifecycleException {
        tomcat.stop();
        tomcat.destroy();
    }

    private static final class HostPage extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.getWriter().write("The host");
        }
    }
}
