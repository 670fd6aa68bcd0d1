package io.foxden.config;

import io.foxden.secret.Digest;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where an installation's folder is when nobody says: beside the server, else in the account's own folder. */
public final class HomeFolder {
    /** System properties in which servers say where the files of one instance belong. */
    private static final List<String> SERVER_BASES =
            List.of("jboss.server.data.dir", "com.sun.aas.instanceRoot", "jetty.base", "catalina.base");

    /** In a home in which an installation lives. */
    public static final String RECORDS = "records";

    private static final String FOLDER = "foxden";
    private static final String ROOT = "ROOT";
    /** For who knows no system properties at all. */
    private static final String WORKING_FOLDER = Path.of("").toAbsolutePath().toString();

    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9_#-][A-Za-z0-9._#-]{0,79}(?<!\\.)");
    private static final Pattern UNSAFE_CHARACTER = Pattern.compile("[^A-Za-z0-9_#-]");
    private static final Set<String> DEVICES = Set.of("con", "prn", "aux", "nul");
    private static final Pattern PORT_DEVICE = Pattern.compile("(com|lpt)[0-9]");
    private static final int KEPT = 60;
    private static final int TOLD_APART = 8;

    private HomeFolder() {}

    /**
     * The folder for one context of a server.
     *
     * @param serverBase the server's own folder, such as {@code catalina.base}
     * @param contextPath the context's path: empty for the root, else beginning with a slash
     */
    public static Path beside(Path serverBase, String contextPath) {
        return serverBase.resolve(FOLDER).resolve(contextName(contextPath));
    }

    /** The server's folder for its instance's files, as it tells in the system properties. */
    static Optional<Path> serverBase(Map<String, String> systemProperties) {
        return serverBases(systemProperties).stream().findFirst();
    }

    /** All that say so, the one that counts first. */
    static List<Path> serverBases(Map<String, String> systemProperties) {
        return SERVER_BASES.stream()
                .filter(systemProperties::containsKey)
                .map(name -> Path.of(String.valueOf(systemProperties.get(name))))
                .toList();
    }

    /** The first folder that systemd keeps for the service (systemd.exec: StateDirectory). */
    static @Nullable Path state(Map<String, String> environment) {
        String folders = environment.getOrDefault("STATE_DIRECTORY", "");
        return absolute(folders.split(":", 2)[0]);
    }

    /** Java tells an account without an entry in the list of accounts by a question mark. */
    static @Nullable Path ofAccount(Map<String, String> systemProperties) {
        Path home = absolute(systemProperties.getOrDefault("user.home", WORKING_FOLDER));
        return home == null ? null : home.resolve("." + FOLDER);
    }

    private static @Nullable Path absolute(String text) {
        try {
            Path path = Path.of(text);
            return path.isAbsolute() ? path : null;
        } catch (InvalidPathException e) {
            return null;
        }
    }

    /** The context's name, and that of the virtual host it is in, unless that is the default one. */
    static String name(String contextPath, String virtualHost) {
        String context = contextName(contextPath);
        return virtualHost.isEmpty() ? context : context + "@" + contextName(virtualHost.toLowerCase(Locale.ROOT));
    }

    /** A name that is one folder's on every system; different contexts have different ones. */
    static String contextName(String contextPath) {
        String name = contextPath.startsWith("/") ? contextPath.substring(1) : contextPath;
        if (name.isEmpty()) {
            return ROOT;
        }
        String flat = name.replace('/', '#');
        boolean safe = SAFE.matcher(flat).matches() && !reserved(flat) && !name.contains("#");
        return safe ? flat : madeSafe(flat, name);
    }

    private static String madeSafe(String flat, String name) {
        String plain = UNSAFE_CHARACTER.matcher(flat).replaceAll("_");
        return plain.substring(0, Math.min(plain.length(), KEPT))
                + "-"
                + Digest.sha256(name).substring(0, TOLD_APART);
    }

    private static boolean reserved(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        int dot = lower.indexOf('.');
        String stem = dot < 0 ? lower : lower.substring(0, dot);
        return name.equals(ROOT)
                || DEVICES.contains(stem)
                || PORT_DEVICE.matcher(stem).matches();
    }
}
