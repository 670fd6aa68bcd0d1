package io.foxden.host;

import java.io.IOException;
import java.io.InputStream;
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
 * file; from memory where it lies in another archive, since containers look for each file of such a JAR from its
 * beginning; else through the loader that has found us, wherever it keeps us.
 */
final class HiddenTree {
    private static final String FOLDER = "META-INF/foxden/lib/";
    private static final String PLUGIN = FOLDER + "io/foxden/servlet/ServletPlugin.classdata";
    private static final int MOST_BYTES = 64 << 20;

    /** Where the files come from. */
    private interface Source {
        @Nullable
        InputStream open(String name) throws IOException;
    }

    private final ClassLoader host;
    private final boolean missing;
    private volatile Source source;
    private volatile @Nullable JarFile jar;

    private HiddenTree(ClassLoader host) {
        this.host = host;
        this.source = host::getResourceAsStream;
        URL plugin = host.getResource(PLUGIN);
        this.missing = plugin == null;
        if (plugin != null) {
            JarFile file = jarFile();
            this.jar = file;
            PackedJar packed = file == null ? packedJar(plugin) : null;
            this.source = file != null ? name -> opened(file, name) : packed != null ? packed::open : source;
        }
    }

    static HiddenTree of(ClassLoader host) {
        return new HiddenTree(host);
    }

    private static @Nullable JarFile jarFile() {
        CodeSource code = HiddenTree.class.getProtectionDomain().getCodeSource();
        URL location = code == null ? null : code.getLocation();
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

    /** The JAR as the stream that its loader reads it from; null where it keeps us in another way. */
    private static @Nullable PackedJar packedJar(URL plugin) {
        String address = plugin.toString();
        int inside = address.lastIndexOf("!/");
        if (!address.startsWith("jar:") || inside < 0) {
            return null;
        }
        try {
            @SuppressWarnings("deprecation") // a URI does not know the containers' own protocols
            URLConnection connection = new URL(address.substring("jar:".length(), inside)).openConnection();
            connection.setUseCaches(false);
            try (InputStream in = connection.getInputStream()) {
                return new PackedJar(in.readNBytes(MOST_BYTES), FOLDER);
            }
        } catch (IOException | RuntimeException e) {
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
        try {
            return source.open(FOLDER + name);
        } catch (IOException | IllegalStateException e) {
            // Closed meanwhile, or replaced on the disk: the loader may still have it.
            return host.getResourceAsStream(FOLDER + name);
        }
    }

    private static @Nullable InputStream opened(JarFile file, String name) throws IOException {
        var entry = file.getJarEntry(name);
        return entry == null ? null : file.getInputStream(entry);
    }

    /** An address that opens here, and so takes no part in the JDK's cache of open JARs, which outlives us. */
    @Nullable
    URL url(String name) {
        try (InputStream in = open(name)) {
            return in == null ? null : new URL(null, "foxden:/" + name, new Handler());
        } catch (IOException e) {
            return null;
        }
    }

    void close() {
        JarFile file = jar;
        jar = null;
        source = host::getResourceAsStream;
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
