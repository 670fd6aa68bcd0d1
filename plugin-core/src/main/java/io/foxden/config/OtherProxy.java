package io.foxden.config;

import io.foxden.problem.Code;
import io.foxden.problem.Problem;
import io.foxden.words.Message;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A proxy that Java's or the system's usual names tell of, and that Foxden does not use: it knows only its own setting,
 * so that a variable of somebody's shell does not decide which way secrets go.
 */
final class OtherProxy {
    private static final List<String> PROPERTIES = List.of("https.proxyHost", "http.proxyHost");
    private static final List<String> VARIABLES = List.of("HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy");
    private static final Pattern THIS_MACHINE = Pattern.compile("localhost|127\\..*|\\[::1]");
    /** Host and perhaps port, whatever stands before and after it. */
    private static final Pattern PLACE = Pattern.compile(
            "(?:[a-zA-Z0-9+.-]*://)?(?:.*@)?([a-zA-Z0-9._-]{1,253}|\\[[0-9a-fA-F:.]+])(:[0-9]{1,5})?(?:/.*)?");

    private final Map<String, String> properties;
    private final Map<String, String> environment;

    OtherProxy(Map<String, String> properties, Map<String, String> environment) {
        this.properties = properties;
        this.environment = environment;
    }

    /** The warning, where it is not said as well that this host is reached without a proxy. */
    Optional<Problem> unusedFor(URI apiUrl) {
        String host = apiUrl.getHost().toLowerCase(Locale.ROOT);
        if (THIS_MACHINE.matcher(host).matches() || isExcepted(host)) {
            return Optional.empty();
        }
        return Stream.concat(
                        PROPERTIES.stream().flatMap(name -> told("config/proxy.property", name, property(name))),
                        VARIABLES.stream()
                                .flatMap(name ->
                                        told("config/proxy.environment", name, environment.getOrDefault(name, ""))))
                .findFirst();
    }

    private String property(String name) {
        String host = properties.getOrDefault(name, "");
        String port = properties.getOrDefault(name.replace("Host", "Port"), "");
        return host.isEmpty() || port.isEmpty() ? host : host + ":" + port;
    }

    /** Without user and password, which such a variable may hold. */
    private static Stream<Problem> told(String key, String name, String value) {
        if (value.isBlank()) {
            return Stream.empty();
        }
        Matcher place = PLACE.matcher(value.strip());
        String proxy = place.matches() ? place.group(1) + (place.group(2) == null ? "" : place.group(2)) : "";
        Message which = proxy.isEmpty()
                ? Message.of("config/proxy.some")
                : Message.of("config/proxy.one").with("proxy", proxy);
        Message next = proxy.isEmpty()
                ? Message.of("config/proxy.next")
                : Message.of("config/proxy.next-to").with("proxy", proxy);
        return Stream.of(
                Problem.of(Code.BAD_SETTING, Message.of(key).with("name", name).with("which", which))
                        .withNext(next));
    }

    private boolean isExcepted(String host) {
        Stream<String> ofJava = Arrays.stream(
                        properties.getOrDefault("http.nonProxyHosts", "").split("\\|", -1))
                .map(pattern -> pattern.startsWith("*.") ? pattern.substring(1) : pattern);
        Stream<String> ofSystem = Stream.of("NO_PROXY", "no_proxy")
                .flatMap(
                        name -> Arrays.stream(environment.getOrDefault(name, "").split("[, ]+", -1)));
        return Stream.concat(ofJava, ofSystem)
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .filter(name -> !name.isEmpty())
                .anyMatch(name ->
                        name.equals("*") || host.equals(name) || host.endsWith("." + name.replaceFirst("^\\.", "")));
    }
}
