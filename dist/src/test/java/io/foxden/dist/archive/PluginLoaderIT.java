package io.foxden.dist.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The JAR's own class loader, in a host that has libraries of the same names. */
class PluginLoaderIT {
    private static final String SUFFIX = ".class";

    /** Sees everything that this test sees, our own libraries among it, and the JAR before that. */
    private static final class Host extends URLClassLoader {
        private final boolean logs;

        Host(boolean logs) throws IOException {
            super(new URL[] {Download.plugin().file().toUri().toURL()}, PluginLoaderIT.class.getClassLoader());
            this.logs = logs;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!logs && name.startsWith("org.slf4j.")) {
                throw new ClassNotFoundException(name);
            }
            Class<?> loaded = findLoadedClass(name);
            return loaded != null ? loaded : name.startsWith("io.foxden.") ? own(name) : super.loadClass(name, resolve);
        }

        private Class<?> own(String name) throws ClassNotFoundException {
            try {
                return findClass(name);
            } catch (ClassNotFoundException e) {
                return super.loadClass(name, false);
            }
        }
    }

    @Test
    void every_hidden_class_comes_from_the_jar_and_from_nowhere_else() throws Exception {
        try (Host host = new Host(false)) {
            ClassLoader loader = pluginLoader(host);
            List<String> elsewhere = new ArrayList<>();
            for (String name : new HiddenPart(Download.plugin()).names()) {
                if (name.endsWith(SUFFIX) && !isLoadedBy(loader, name)) {
                    elsewhere.add(name);
                }
            }
            assertThat(elsewhere).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"io.foxden.Foxden", "io.foxden.problem.Problem", "io.foxden.host.Plugin", "java.util.List"})
    void what_the_host_shares_is_the_hosts(String type) throws Exception {
        try (Host host = new Host(false)) {
            assertThat(pluginLoader(host).loadClass(type)).isSameAs(host.loadClass(type));
        }
    }

    /** The class path of this test has logback. */
    @Test
    void the_slf4j_of_a_host_that_has_a_binding_is_used() throws Exception {
        try (Host host = new Host(true)) {
            assertThat(pluginLoader(host).loadClass("org.slf4j.Logger")).isSameAs(host.loadClass("org.slf4j.Logger"));
        }
    }

    @Test
    void resources_are_the_jars_own() throws Exception {
        try (Host host = new Host(false)) {
            URL service = pluginLoader(host).getResource("META-INF/services/jakarta.ws.rs.client.ClientBuilder");
            assertThat(service).hasProtocol("foxden");
            assertThat(service.openStream()).asString(StandardCharsets.UTF_8).contains("org.glassfish.jersey");
            assertThat(pluginLoader(host).getResource("io/foxden/dist/archive/PluginLoaderIT.class"))
                    .isNull();
        }
    }

    private static boolean isLoadedBy(ClassLoader loader, String file) {
        String name = file.substring(0, file.length() - SUFFIX.length()).replace('/', '.');
        try {
            return Class.forName(name, false, loader).getClassLoader() == loader;
        } catch (NoClassDefFoundError e) {
            return true; // its parent is one of the optional libraries that HiddenPartIT lists
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    private static ClassLoader pluginLoader(ClassLoader host) throws ReflectiveOperationException {
        Method of = host.loadClass("io.foxden.host.PluginLoader").getDeclaredMethod("of", ClassLoader.class);
        of.setAccessible(true);
        return (ClassLoader) of.invoke(null, host);
    }
}
