package io.foxden.host;

import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;

/**
 * The part of our JAR that the host's class loader does not take for classes. Read from the JAR itself where that is a
 * file, which is quick in every container; else through the loader that has found us, wherever it keeps us.
 */
final class HiddenTree {
    private static final String FOLDER = "META-INF/foxden/lib/";

    private final ClassLoader host;
    private final boolean missing;
    private volatile @Nullable JarFile jar;

    private HiddenTree(ClassLoader host, boolean missing, @Nullable JarFile jar) {
        this.host = host;
        this.missing = missing;
        this.jar = jar;
    }

    static HiddenTree of(ClassLoader host) {
        boolean missing = host.getResource(FOLDER + "io/foxden/servlet/ServletPlugin.classdata") == null;
        return new HiddenTree(host, missing, missing ? null : jarFile());
    }

    private static @Nullable JarFile jarFile() {
        CodeSource source = HiddenTree.class.getProtectionDomain().getCodeSource();
        URL location = source == null ? null : source.getLocation();
        if (location == null || !location.getProtocol().equals("file")) {
            return null;
        }
        try {
            Path file = Path.of(location.toURI());
            return Files.isRegularFile(file) ? new JarFile(file.toFile(), false) : null;
        } catch (URISyntaxException | IllegalArgumentException | IOException e) {
            return null;
        }
    }

    /** The file of a class: not named {@code .class}, so that no container looks into it for annotations. */
    static String classFile(String className) {
        return className.replace('.', '/') + ".classdata";
    }

    boolean isMissing() {
        return missing;
    }

    @Nullable
    InputStream open(String name) {
        if (missing) {
            return null;
        }
        JarFile file = jar;
        if (file != null) {
            try {
                var entry = file.getJarEntry(FOLDER + name);
                return entry == null ? null : file.getInputStream(entry);
            } catch (IOException | IllegalStateException e) {
                // Closed meanwhile, or replaced on the disk: the loader may still have it.
                return host.getResourceAsStream(FOLDER + name);
            }
        }
        return host.getResourceAsStream(FOLDER + name);
    }

    /** An address that opens here, and so takes no part in the JDK's cache of open JARs, which outlives us. */
    @Nullable
    URL url(String name) {
        try (InputStream in = open(name)) {
            return in == null ? null : new URL(null, "foxden:/" + name, new Handler());
        } catch (MalformedURLException e) {
            return null;
        } catch (IOException e) {
            return null;
        }
    }

    void close() {
        JarFile file = jar;
        jar = null;
        if (file != null) {
            try {
                file.close();
            } catch (IOException e) {
                // It was only read.
            }
        }
    }

    private final class Handler extends URLStreamHandler {
        @Override
        protected URLConnection openConnection(URL url) {
            return new URLConnection(url) {
                @Override
                public void connect() {}

                @Override
                public InputStream getInputStream() throws IOException {
                    InputStream in = open(url.getPath().substring(1));
                    if (in == null) {
                        throw new IOException(url + " is not in Foxden's JAR");
                    }
                    return in;
                }
            };
        }
    }
}
