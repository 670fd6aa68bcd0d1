package io.foxden.config;

import io.foxden.setting.Setting;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What surrounds an installation and may hold its settings, collected by whoever starts it; {@link #read()} ends it. Not
 * for several threads.
 *
 * <pre>{@code
 * Settings settings = Surroundings.ofProcess()
 *         .contextParameters(parameters)
 *         .vendor(servletContext.getClassLoader())
 *         .contextPath(servletContext.getContextPath())
 *         .basePath("/foxden")
 *         .read();
 * }</pre>
 */
public final class Surroundings {
    /** The context that {@code foxden.war} has by its file name. */
    private static final String USUAL_CONTEXT = "/foxden";

    private final Map<String, String> commandLine = new TreeMap<>();
    private Map<String, String> systemProperties = Map.of();
    private Map<String, String> environment = Map.of();
    private Map<String, String> contextParameters = Map.of();
    private String contextPath = USUAL_CONTEXT;
    private @Nullable ClassLoader vendor;
    private @Nullable Path serverBase;
    private @Nullable String basePath;
    private boolean lasting = true;
    private boolean beside;
    private @Nullable Path applicationHome;
    private String virtualHost = "";
    private boolean former;
    private boolean application;

    private Surroundings() {}

    /** Nothing: all settings have their defaults. */
    public static Surroundings none() {
        return new Surroundings();
    }

    /** The system properties and the environment of this process, as they are now. */
    public static Surroundings ofProcess() {
        return none().systemProperties(System.getProperties()).environment(System.getenv());
    }

    /** A setting given as an option, which wins over all other sources. */
    public Surroundings commandLine(Setting setting, String value) {
        commandLine.put(setting.settingName(), value);
        return this;
    }

    /** Also tell where the server and the account have their folders. */
    public Surroundings systemProperties(Properties properties) {
        Map<String, String> copy = new TreeMap<>();
        for (String name : properties.stringPropertyNames()) {
            copy.put(name, properties.getProperty(name, ""));
        }
        systemProperties = copy;
        return this;
    }

    public Surroundings environment(Map<String, String> variables) {
        environment = Map.copyOf(variables);
        return this;
    }

    public Surroundings contextParameters(Map<String, String> parameters) {
        contextParameters = Map.copyOf(parameters);
        return this;
    }

    /** @param loader sees the integration vendor's file, if there is one */
    public Surroundings vendor(ClassLoader loader) {
        vendor = loader;
        return this;
    }

    /** @param path of the web application: empty for the root, else beginning with a slash; {@code /foxden} if not told */
    public Surroundings contextPath(String path) {
        contextPath = path;
        application = true;
        return this;
    }

    /** @param name of the virtual host that the web application is in; empty, as if not told, for the server's default one */
    public Surroundings virtualHost(String name) {
        virtualHost = name;
        return this;
    }

    /** @param place whether the home is where it was before virtual hosts were told apart */
    public Surroundings former(boolean place) {
        former = place;
        return this;
    }

    /** @param folder of the server, where it is known better than by the system properties */
    public Surroundings serverBase(Path folder) {
        serverBase = folder;
        return this;
    }

    /**
     * @param serverBase whether the folder that the server names as its own outlives it; that of a server embedded by
     *     Spring Boot is a temporary one
     */
    public Surroundings lasting(boolean serverBase) {
        lasting = serverBase;
        return this;
    }

    /**
     * For the command line: where a web application works on the home, its settings count, and no other.
     *
     * @param home of the application, where that is not the one to be worked on; else null
     * @see EffectiveSettings
     */
    public Surroundings besideApplication(@Nullable Path home) {
        beside = true;
        applicationHome = home;
        return this;
    }

    /** The file of the application on that home that counts; empty where none does. */
    Optional<Path> effective(Optional<Path> home) {
        return beside
                ? Optional.ofNullable(applicationHome).or(() -> home).map(path -> path.resolve(EffectiveSettings.FILE))
                : Optional.empty();
    }

    /** @param path the base path where no setting gives one: {@code /foxden} in the JAR, empty in the WAR */
    public Surroundings basePath(String path) {
        basePath = path;
        return this;
    }

    /** Reads all sources. Never fails because of what they hold: see {@link Settings#problems()}. */
    public Settings read() {
        return new SettingsReader(this).settings();
    }

    Map<String, String> commandLine() {
        return commandLine;
    }

    Map<String, String> systemProperties() {
        return systemProperties;
    }

    Map<String, String> environment() {
        return environment;
    }

    Map<String, String> contextParameters() {
        return contextParameters;
    }

    @Nullable
    ClassLoader vendor() {
        return vendor;
    }

    @Nullable
    String basePath() {
        return basePath;
    }

    /** Where the home may be where nothing gives one. */
    Places places() {
        List<Path> bases = HomeFolder.serverBases(systemProperties);
        Path named = lasting && !bases.isEmpty() ? bases.get(0) : null;
        return new Places(
                serverBase == null ? named : serverBase,
                HomeFolder.state(environment),
                HomeFolder.ofAccount(systemProperties),
                bases,
                former ? HomeFolder.contextName(contextPath) : HomeFolder.name(contextPath, virtualHost),
                HomeFolder.contextName(contextPath));
    }

    /** What the system says is the account's folder. */
    String accountFolder() {
        return systemProperties.getOrDefault("user.home", "");
    }

    boolean lookElsewhere() {
        return application;
    }
}
