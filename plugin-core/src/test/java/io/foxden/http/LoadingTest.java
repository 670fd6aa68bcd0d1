package io.foxden.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.foxden.setting.HttpSettings;
import java.io.File;
import java.lang.ref.WeakReference;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** How the wire comes into a web application and how it leaves: late, and without a trace. */
class LoadingTest {
    private static final String LIBRARIES = "(org\\.glassfish|org\\.apache|jakarta|org\\.jvnet)\\..*";

    /** Loaded and run inside the class loader under test. */
    public static final class Sending implements Callable<Integer> {
        private final String uri;

        public Sending(String uri) {
            this.uri = uri;
        }

        @Override
        public Integer call() throws Exception {
            try (JerseyWire wire = new JerseyWire(HttpSettings.DEFAULT)) {
                wire.send(HttpRequest.post(URI.create(uri)).withJson("{}"));
                return wire.send(HttpRequest.get(URI.create(uri))).status();
            }
        }
    }

    /** The same, for a wire that is never used. */
    public static final class Idling implements Callable<Integer> {
        public Idling(String uri) {}

        @Override
        public Integer call() {
            JerseyWire wire = new JerseyWire(HttpSettings.DEFAULT);
            wire.close();
            wire.close();
            return 0;
        }
    }

    /** The same for a wire that only got ready. */
    public static final class Warming implements Callable<Integer> {
        public Warming(String uri) {}

        @Override
        public Integer call() {
            try (JerseyWire wire = new JerseyWire(HttpSettings.DEFAULT)) {
                wire.warm();
                wire.warm();
            }
            return 0;
        }
    }

    @Test
    void a_wire_that_got_ready_has_loaded_all_that_a_request_needs() throws Exception {
        List<String> ready;
        try (Recording loader = new Recording()) {
            loader.run(Warming.class, "");
            ready = loader.loaded;
        }
        try (RawServer server = RawServer.answering(RawServer.hal(200, "{}"));
                Recording loader = new Recording()) {
            loader.run(Sending.class, server.uri("/").toString());
            assertThat(loader.loaded)
                    .filteredOn(name -> !name.startsWith(LoadingTest.class.getName()))
                    .filteredOn(name -> !ready.contains(name))
                    .isSubsetOf("io.foxden.http.SocketDialer");
        }
    }

    @Test
    void after_getting_ready_and_closing_the_class_loader_can_be_collected() throws Exception {
        WeakReference<ClassLoader> loader = warmInside();
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
            System.gc();
            return loader.get() == null;
        });
    }

    private static WeakReference<ClassLoader> warmInside() throws Exception {
        try (Recording loader = new Recording()) {
            loader.run(Warming.class, "");
            return new WeakReference<>(loader);
        }
    }

    @Test
    void after_closing_the_class_loader_can_be_collected() throws Exception {
        try (RawServer server = RawServer.answering(RawServer.hal(200, "{}"))) {
            WeakReference<ClassLoader> loader = sendInside(server.uri("/"));
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
                System.gc();
                return loader.get() == null;
            });
        }
    }

    @Test
    void jersey_is_loaded_by_the_first_request_and_not_before() throws Exception {
        try (Recording loader = new Recording()) {
            loader.run(Idling.class, "");
            assertThat(loader.loaded).isNotEmpty().noneMatch(name -> name.matches(LIBRARIES));
        }
    }

    private static WeakReference<ClassLoader> sendInside(URI uri) throws Exception {
        try (Recording loader = new Recording()) {
            assertThat(loader.run(Sending.class, uri.toString())).isEqualTo(200);
            assertThat(loader.loaded).anyMatch(name -> name.matches(LIBRARIES));
            return new WeakReference<>(loader);
        }
    }

    /** Loads everything anew from the test's class path, and notes what. */
    private static final class Recording extends URLClassLoader {
        private final List<String> loaded = new CopyOnWriteArrayList<>();

        Recording() {
            super(classPath(), getPlatformClassLoader());
        }

        Object run(Class<?> work, String argument) throws Exception {
            Class<?> own = loadClass(work.getName());
            assertThat(own).isNotSameAs(work);
            Callable<?> call = (Callable<?>) own.getConstructor(String.class).newInstance(argument);
            return call.call();
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            loaded.add(name);
            return super.findClass(name);
        }

        private static URL[] classPath() {
            return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                    .map(Recording::url)
                    .toArray(URL[]::new);
        }

        private static URL url(String entry) {
            try {
                return new File(entry).toURI().toURL();
            } catch (MalformedURLException e) {
                throw new AssertionError(e);
            }
        }
    }
}
