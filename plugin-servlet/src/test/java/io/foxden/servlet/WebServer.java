package io.foxden.servlet;

import io.foxden.testkit.Sandbox;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.Principal;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * A real server with a host application that has Foxden in it. The host believes who a request says it is: the header
 * {@code X-Host-User} is the user, {@code X-Host-Role} the role.
 */
final class WebServer implements AutoCloseable {
    static final String ADMIN_TOKEN = "an-admin-token-for-tests";

    private final Map<String, String> parameters = new LinkedHashMap<>();
    private final Path home;
    private String contextPath = "/foxden";
    private boolean consumesBodies;
    private int threads = 200;
    private Server server = new Server();
    private int port;

    private WebServer(Path home) {
        this.home = home;
        with("foxden.home", home.toString());
    }

    /** A server whose Foxden keeps its state in this folder, and talks to this Foxy. */
    static WebServer at(Path home, Sandbox sandbox) {
        return new WebServer(home)
                .with("foxden.api-url", sandbox.apiUrl().toString())
                .with("foxden.authorize-url", sandbox.authorizeUrl().toString())
                .with("foxden.admin.token", ADMIN_TOKEN);
    }

    /** A server whose Foxden has nobody to talk to. */
    static WebServer alone(Path home) {
        return new WebServer(home)
                .with("foxden.api-url", "http://127.0.0.1:9/")
                .with("foxden.authorize-url", "http://127.0.0.1:9/authorize")
                .with("foxden.admin.token", ADMIN_TOKEN);
    }

    WebServer with(String setting, String value) {
        parameters.put(setting, value);
        return this;
    }

    /** Everything that a registration needs. */
    WebServer withDetails() {
        return with("foxden.company-name", "Acme")
                .with("foxden.contact-name", "Ada")
                .with("foxden.contact-email", "ada@example.com")
                .with("foxden.contact-phone", "+1 555 0100");
    }

    WebServer withContextPath(String path) {
        contextPath = path;
        return this;
    }

    /** The host asks for a parameter before anybody else, so that the container reads the body. */
    WebServer withHostThatReadsBodies() {
        consumesBodies = true;
        return this;
    }

    /** The server has no more threads than these, its own among them. */
    WebServer withThreads(int most) {
        threads = most;
        return this;
    }

    WebServer start() {
        server = new Server(new QueuedThreadPool(threads));
        HttpConfiguration http = new HttpConfiguration();
        http.setUriCompliance(UriCompliance.UNSAFE); // what a stricter server refuses must be refused by us as well
        ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
        connector.setHost("127.0.0.1");
        connector.setPort(port);
        server.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler(contextPath);
        context.getServletHandler().setDecodeAmbiguousURIs(true);
        parameters.forEach(context::setInitParameter);
        context.addEventListener(new HostLogin(consumesBodies));
        context.addEventListener(new EmbeddedFoxden());
        context.addServlet(new ServletHolder(new HostPage()), "/*");
        server.setHandler(context);
        try {
            server.start();
        } catch (Exception e) {
            throw new IllegalStateException("The server did not start", e);
        }
        port = connector.getLocalPort();
        return this;
    }

    /** The same server anew, on the same port and home. */
    void restart() {
        close();
        start();
    }

    int port() {
        return port;
    }

    Path home() {
        return home;
    }

    /** An address below the context path. */
    URI address(String path) {
        return URI.create("http://127.0.0.1:" + port + contextPath + path);
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("The server did not stop", e);
        }
    }

    private static final class HostPage extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.setContentType("text/plain;charset=UTF-8");
            response.getWriter().write("The host answers " + request.getMethod() + " " + request.getRequestURI());
        }
    }

    /** Stands before our filter, as a container's own login does. */
    private record HostLogin(boolean consumesBodies) implements ServletContextListener {
        @Override
        public void contextInitialized(ServletContextEvent event) {
            FilterRegistration.Dynamic login =
                    event.getServletContext().addFilter("login", new LoginFilter(consumesBodies));
            login.setAsyncSupported(true);
            login.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, "/*");
        }
    }

    private record LoginFilter(boolean consumesBodies) implements Filter {
        @Override
        public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
                throws IOException, ServletException {
            HttpServletRequest http = (HttpServletRequest) request;
            if (consumesBodies) {
                http.getParameter("whatever");
            }
            chain.doFilter(http.getHeader("X-Host-User") == null ? http : new LoggedIn(http), response);
        }
    }

    private static final class LoggedIn extends HttpServletRequestWrapper {
        LoggedIn(HttpServletRequest request) {
            super(request);
        }

        @Override
        public Principal getUserPrincipal() {
            return () -> getHeader("X-Host-User");
        }

        @Override
        public boolean isUserInRole(String role) {
            return role.equals(getHeader("X-Host-Role"));
        }
    }
}
