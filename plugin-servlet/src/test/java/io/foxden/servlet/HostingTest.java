package io.foxden.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.foxden.Foxden;
import io.foxden.Phase;
import io.foxden.host.FoxdenInitializer;
import io.foxden.host.FoxdenListener;
import io.foxden.host.Hosting;
import io.foxden.host.Way;
import io.foxden.problem.Code;
import io.foxden.problem.FoxdenException;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Server;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ways into an application that knows nothing of Foxden, in a server that takes each of them. */
class HostingTest {
    private static final String TOKEN = "Vt7wQ2pLx9mKd4Rs-hosting";

    @TempDir
    Path folder;

    private final ServletContextHandler application = new ServletContextHandler("/shop");
    private final Server server = new Server(0);

    @BeforeEach
    void set_up() {
        application.setInitParameter("foxden.home", folder.resolve("home").toString());
        application.setInitParameter("foxden.api-url", "http://127.0.0.1:9/");
        application.setInitParameter("foxden.authorize-url", "http://127.0.0.1:9/authorize");
        application.setInitParameter("foxden.admin.token", TOKEN);
        server.setHandler(application);
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
    }

    @Test
    void an_initializer_starts_it_and_the_doctor_says_so() throws Exception {
        application.addServletContainerInitializer(new FoxdenInitializer());
        server.start();

        assertThat(Foxden.of(context()).status().phase()).isEqualTo(Phase.NEW);
        assertThat(get("/foxden/api/v1/doctor"))
                .contains("Started by the servlet container initializer in Foxden's JAR; answers at /foxden below it.");
    }

    @Test
    void a_listener_starts_it_and_its_filter_ends_it() throws Exception {
        application.addEventListener(new FoxdenListener());
        server.start();

        assertThat(get("/foxden/api/v1/doctor")).contains("Started by the listener");
        server.stop();
        assertThat(threadsOfOurs()).isEmpty();
    }

    @Test
    void a_call_starts_it() throws Exception {
        application.addServletContainerInitializer((classes, context) -> Foxden.register(context));
        server.start();

        assertThat(get("/foxden/api/v1/doctor")).contains("Started by a call of Foxden.register");
    }

    @Test
    void all_ways_together_start_it_once() throws Exception {
        application.addServletContainerInitializer(new FoxdenInitializer());
        application.addServletContainerInitializer(new FoxdenInitializer());
        application.addServletContainerInitializer((classes, context) -> Foxden.register(context));
        application.addEventListener(new FoxdenListener());
        server.start();

        assertThat(application.getServletHandler().getFilters()).hasSize(1);
        assertThat(get("/foxden/api/v1/doctor"))
                .contains("the servlet container initializer")
                .doesNotContain("more than once");
    }

    @Test
    void after_the_end_nothing_is_left_and_it_can_start_again() throws Exception {
        application.addServletContainerInitializer(new FoxdenInitializer());
        for (int round = 0; round < 3; round++) {
            server.start();
            assertThat(get("/foxden/health")).contains("UP");
            server.stop();
            assertThat(threadsOfOurs()).isEmpty();
            assertThat(context().getAttributeNames().asIterator())
                    .toIterable()
                    .noneMatch(name -> name.startsWith("io.foxden"));
        }
    }

    @Test
    void a_start_of_the_host_that_fails_ends_it_too() {
        application.addServletContainerInitializer(new FoxdenInitializer());
        application.addEventListener(new Failing());

        assertThatThrownBy(server::start).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> {
                    server.stop();
                    Foxden.of(context());
                })
                .isInstanceOf(IllegalStateException.class);
        assertThat(threadsOfOurs()).isEmpty();
    }

    @Test
    void a_second_copy_by_another_class_loader_stays_out_and_the_doctor_finds_it() throws Exception {
        application.addServletContainerInitializer(new FoxdenInitializer());
        application.addServletContainerInitializer((classes, context) -> registerByAnother(folder, context));
        server.start();

        assertThat(application.getServletHandler().getFilters()).hasSize(1);
        assertThat(get("/foxden/api/v1/doctor")).contains("more than once", "/second");
    }

    @Test
    void where_nothing_started_it_the_message_says_what_to_do() throws Exception {
        server.start();

        assertThatThrownBy(() -> Foxden.of(context()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("'/shop'")
                .hasMessageContaining("Foxden.register(servletContext)");
    }

    @Test
    void where_an_order_in_web_xml_leaves_it_out_the_message_says_what_to_do() throws Exception {
        application.setAttribute(ServletContext.ORDERED_LIBS, List.of("other.jar"));
        server.start();

        assertThatThrownBy(() -> Foxden.of(context()))
                .hasMessageContaining("absolute-ordering")
                .hasMessageContaining("<others/>")
                .hasMessageContaining(FoxdenListener.class.getName());
    }

    @Test
    void a_call_after_the_start_is_refused_and_leaves_nothing() throws Exception {
        server.start();

        assertThatThrownBy(() -> Foxden.register(context())).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> Foxden.of(context())).isInstanceOf(IllegalStateException.class);
        assertThat(threadsOfOurs()).isEmpty();
    }

    @Test
    void a_home_that_cannot_be_used_keeps_no_host_from_starting() throws Exception {
        Files.writeString(folder.resolve("home"), "a file, not a folder");
        application.addServletContainerInitializer(new FoxdenInitializer());
        server.start();

        Foxden foxden = Foxden.of(context());
        assertThatThrownBy(foxden::api)
                .isInstanceOfSatisfying(
                        FoxdenException.class,
                        e -> assertThat(e.problem().code()).isEqualTo(Code.HOME_UNUSABLE));
        assertThat(foxden.status().problem()).isNotNull();
        assertThat(get("/foxden/health")).contains("DOWN");
        Files.delete(folder.resolve("home"));
        assertThat(get("/foxden/api/v1/status")).contains("\"new\"");
        assertThat(foxden.status().problem()).as("the same object works").isNull();
    }

    @Test
    void settings_that_the_host_has_for_it_count() throws Exception {
        application.addServletContainerInitializer((classes, context) ->
                Hosting.register(context, Way.SPRING_BOOT, Map.of("foxden.base-path", "/elsewhere")));
        server.start();

        assertThat(get("/elsewhere/health")).contains("UP");
    }

    @Test
    void what_a_later_way_knows_counts_whoever_came_first() throws Exception {
        application.addServletContainerInitializer(new FoxdenInitializer());
        application.addServletContainerInitializer((classes, context) ->
                Hosting.register(context, Way.SPRING_BOOT_WAR, Map.of("foxden.base-path", "/elsewhere")));
        server.start();

        assertThat(get("/elsewhere/health")).contains("UP");
    }

    /** As under a security manager that knows nothing of Foxden. */
    @Test
    void whatever_is_thrown_on_the_way_in_the_host_starts() {
        ServletContext forbidding = (ServletContext) Proxy.newProxyInstance(
                HostingTest.class.getClassLoader(),
                new Class<?>[] {ServletContext.class},
                (proxy, method, arguments) -> {
                    throw new SecurityException("access denied");
                });

        assertThatCode(() -> new FoxdenInitializer().onStartup(null, forbidding))
                .doesNotThrowAnyException();
        assertThatCode(() -> new FoxdenListener().contextInitialized(new ServletContextEvent(forbidding)))
                .doesNotThrowAnyException();
    }

    @Test
    void a_home_that_nobody_knows_keeps_no_host_from_starting() throws Exception {
        application.setInitParameter("foxden.home", "relative");
        application.addServletContainerInitializer(new FoxdenInitializer());
        server.start();

        assertThat(Foxden.of(context()).status().problem()).isNotNull();
        assertThat(get("/foxden/health")).contains("DOWN");
        assertThat(get("/")).contains("404");
    }

    private ServletContext context() {
        return application.getServletContext();
    }

    private String get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(server.getURI() + "/").resolve("/shop" + path))
                .header("Authorization", "Bearer " + TOKEN)
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    }

    private static List<String> threadsOfOurs() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("foxden"))
                .toList();
    }

    /** The visible classes once more, from a folder of their own, by a loader that shares the servlet API only. */
    private static void registerByAnother(Path folder, ServletContext context) {
        try {
            Path copy = Files.createDirectory(folder.resolve("second"));
            Path classes = Path.of(Hosting.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            try (URLClassLoader other = new Copy(copy(classes, copy).toUri().toURL())) {
                Object initializer = other.loadClass(FoxdenInitializer.class.getName())
                        .getConstructor()
                        .newInstance();
                initializer
                        .getClass()
                        .getMethod("onStartup", Set.class, ServletContext.class)
                        .invoke(initializer, null, context);
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path copy(Path classes, Path copy) throws IOException {
        if (Files.isRegularFile(classes)) {
            return Files.copy(classes, copy.resolve("plugin-api.jar"));
        }
        try (var files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = copy.resolve(classes.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
        return copy;
    }

    private static final class Copy extends URLClassLoader {
        Copy(URL folder) {
            super(new URL[] {folder}, null);
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            return name.startsWith("jakarta.")
                    ? HostingTest.class.getClassLoader().loadClass(name)
                    : super.findClass(name);
        }
    }

    private static final class Failing implements ServletContextListener {
        @Override
        public void contextInitialized(ServletContextEvent event) {
            throw new IllegalStateException("The host cannot start");
        }
    }
}
