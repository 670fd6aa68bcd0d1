package io.foxden.benchmarks.world;

import io.foxden.servlet.EmbeddedFoxden;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A host application in the context {@code /shop} with Foxden below {@code /shop/foxden}, without a container: Foxden's own
 * initializer registers its filter with it. What a request meets is written by hand, so that nothing but the filter could
 * allocate.
 */
public final class HostApplication implements AutoCloseable {
    private final ServletContextEvent event;
    private final EmbeddedFoxden initializer = new EmbeddedFoxden();
    private final AtomicReference<@Nullable Filter> registered = new AtomicReference<>();
    private final HttpServletRequest request;
    private final HttpServletResponse response = fake(HttpServletResponse.class, Map.of());
    private final Chain chain = new Chain();

    private HostApplication(Path home, String path) {
        Map<String, String> parameters =
                Map.of("foxden.home", home.toString(), "foxden.base-path", "/foxden", "foxden.mode", "distributed");
        this.event = new ServletContextEvent(context(parameters));
        this.request = new Request(fake(HttpServletRequest.class, Map.of()), path);
    }

    /** Starts Foxden in it. Its requests are for a path that is not Foxden's. */
    public static HostApplication in(Path home) {
        HostApplication application = new HostApplication(home, "/shop/products/chairs/4711");
        application.initializer.contextInitialized(application.event);
        application.begin();
        return application;
    }

    /** As a container does, when all else has started. */
    private void begin() {
        try {
            filter().init(fake(FilterConfig.class, Map.of()));
        } catch (ServletException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The filter as it was registered. */
    public Filter filter() {
        return Objects.requireNonNull(registered.get(), "Foxden registered no filter");
    }

    /** Sends the request through the filter to the application; gives how many came through so far. */
    public long throughFilter(Filter filter) throws IOException, ServletException {
        filter.doFilter(request, response, chain);
        return chain.served;
    }

    /** Sends the request to the application itself. */
    public long direct() {
        chain.doFilter(request, response);
        return chain.served;
    }

    @Override
    public void close() {
        filter().destroy();
    }

    private ServletContext context(Map<String, String> parameters) {
        FilterRegistration.Dynamic registration = fake(FilterRegistration.Dynamic.class, Map.of());
        return fake(
                ServletContext.class,
                Map.of(
                        "getContextPath", arguments -> "/shop",
                        "getClassLoader", arguments -> HostApplication.class.getClassLoader(),
                        "getInitParameterNames", arguments -> Collections.enumeration(parameters.keySet()),
                        "getInitParameter", arguments -> parameters.get((String) arguments.get(0)),
                        "addFilter",
                                arguments -> {
                                    registered.set((Filter) arguments.get(1));
                                    return registration;
                                }));
    }

    private interface Answer {
        @Nullable
        Object to(List<?> arguments);
    }

    /** An object of a servlet interface that answers a few calls and does nothing at the others. */
    private static <T> T fake(Class<T> type, Map<String, Answer> answers) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            Answer answer = answers.get(method.getName());
            return answer == null ? null : answer.to(arguments == null ? List.of() : List.of(arguments));
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    /** The request as containers give it: the path is there as text. */
    private static final class Request extends HttpServletRequestWrapper {
        private final String path;

        Request(HttpServletRequest rest, String path) {
            super(rest);
            this.path = path;
        }

        @Override
        public String getRequestURI() {
            return path;
        }
    }

    private static final class Chain implements FilterChain {
        private long served;

        @Override
        public void doFilter(ServletRequest request, ServletResponse response) {
            served++;
        }
    }
}
