package io.foxden.host;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Loads the hidden part of Foxden, so that its libraries and the host's never meet. What lies in the JAR below
 * {@code META-INF/foxden/lib} is loaded from there and from nowhere else; the host is asked for Foxden's visible classes,
 * the servlet API, and SLF4J where its own is fit; everything else is the JDK's.
 *
 * <p>Where there is no such folder, as in a build with Maven, everything is the host's. Safe for many threads.
 */
final class PluginLoader extends ClassLoader {
    private static final String PLUGIN = "io.foxden.servlet.ServletPlugin";

    static {
        registerAsParallelCapable();
    }

    private final ClassLoader host;
    private final HiddenTree tree;
    private final boolean hostLogs;

    /** The parent is told for those who walk up, as the logging of some servers does; classes are not looked for there. */
    private PluginLoader(ClassLoader host, HiddenTree tree) {
        super("foxden", host);
        this.host = host;
        this.tree = tree;
        this.hostLogs = HostLogging.isUsable(host);
    }

    /** @param host has loaded the visible part */
    static PluginLoader of(ClassLoader host) {
        return new PluginLoader(host, HiddenTree.of(host));
    }

    /** @throws ReflectiveOperationException if it is not there or not whole */
    Plugin plugin() throws ReflectiveOperationException {
        return Class.forName(PLUGIN, true, this)
                .asSubclass(Plugin.class)
                .getConstructor()
                .newInstance();
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (name.startsWith("java.") || name.startsWith("javax.")) {
            return getPlatformClassLoader().loadClass(name);
        }
        if (name.startsWith("jakarta.servlet.") || (hostLogs && name.startsWith("org.slf4j."))) {
            return host.loadClass(name);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? hiddenOrShared(name) : loaded;
        }
    }

    private Class<?> hiddenOrShared(String name) throws ClassNotFoundException {
        byte[] bytes = bytes(tree.open(HiddenTree.classFile(name)));
        if (bytes != null) {
            return defineClass(name, bytes, 0, bytes.length, PluginLoader.class.getProtectionDomain());
        }
        boolean shared = name.startsWith("io.foxden.") || tree.isMissing();
        return (shared ? host : getPlatformClassLoader()).loadClass(name);
    }

    private static byte @Nullable [] bytes(@Nullable InputStream in) {
        if (in == null) {
            return null;
        }
        try (in) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("A class of Foxden's cannot be read from its JAR", e);
        }
    }

    @Override
    public @Nullable URL getResource(String name) {
        if (tree.isMissing()) {
            return host.getResource(name);
        }
        URL own = tree.url(name);
        return own == null ? getPlatformClassLoader().getResource(name) : own;
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        if (tree.isMissing()) {
            return host.getResources(name);
        }
        URL own = tree.url(name);
        return own == null ? getPlatformClassLoader().getResources(name) : Collections.enumeration(List.of(own));
    }

    void close() {
        tree.close();
    }
}
