package io.foxden.servlet.exchange;

import io.foxden.setting.ProxyHeader;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What proxies said, each list with the nearest proxy's word last. */
record Hops(List<String> clients, List<String> schemes, List<String> hosts, List<String> ports, List<String> prefixes) {
    private static final String SSL = "X-Forwarded-Ssl";
    private static final List<String> X_FORWARDED = List.of(
            "X-Forwarded-For", "X-Forwarded-Proto", "X-Forwarded-Host", "X-Forwarded-Port", "X-Forwarded-Prefix", SSL);
    private static final List<String> STANDARD = List.of("Forwarded");
    private static final Pattern PAIR = Pattern.compile("(?i)(for|host|proto)=(\"[^\"]*\"|[^;,\\s\"]+)");
    private static final Pattern PORT = Pattern.compile("[0-9]{1,5}");
    private static final Pattern PREFIX =
            Pattern.compile("(/[A-Za-z0-9_~!$&'()*+,=:@%-][A-Za-z0-9._~!$&'()*+,=:@%-]*)*/?");

    private Hops() {
        this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    static Hops none() {
        return new Hops();
    }

    static List<String> headers(ProxyHeader kind) {
        return kind == ProxyHeader.FORWARDED ? STANDARD : X_FORWARDED;
    }

    static Hops of(HttpServletRequest request, ProxyHeader kind) {
        return kind == ProxyHeader.FORWARDED ? standard(request) : usual(request);
    }

    private static Hops usual(HttpServletRequest request) {
        List<String> schemes = list(request, "X-Forwarded-Proto");
        boolean encrypted = schemes.isEmpty() && list(request, SSL).stream().anyMatch("on"::equalsIgnoreCase);
        return new Hops(
                list(request, "X-Forwarded-For"),
                encrypted ? List.of("https") : schemes,
                list(request, "X-Forwarded-Host"),
                list(request, "X-Forwarded-Port"),
                list(request, "X-Forwarded-Prefix"));
    }

    private static Hops standard(HttpServletRequest request) {
        Hops hops = new Hops();
        for (String element : list(request, "Forwarded")) {
            Matcher pairs = PAIR.matcher(element);
            while (pairs.find()) {
                hops.listOf(pairs.group(1)).add(pairs.group(2).replace("\"", ""));
            }
        }
        return hops;
    }

    private List<String> listOf(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "for" -> clients;
            case "proto" -> schemes;
            default -> hosts;
        };
    }

    private static List<String> list(HttpServletRequest request, String header) {
        List<String> values = new ArrayList<>();
        for (String line : Collections.list(request.getHeaders(header))) {
            for (String value : line.split(",", -1)) {
                if (!value.isBlank()) {
                    values.add(value.strip());
                }
            }
        }
        return values;
    }

    Optional<String> client(int hop) {
        return fromRight(clients, hop);
    }

    Optional<String> scheme(int hop) {
        return fromRight(schemes, hop)
                .map(scheme -> scheme.toLowerCase(Locale.ROOT))
                .filter(scheme -> scheme.equals("https") || scheme.equals("http"));
    }

    Optional<Authority> host(int hop) {
        return fromRight(hosts, hop).flatMap(Authority::parse);
    }

    int port(int hop) {
        return fromRight(ports, hop)
                .filter(port -> PORT.matcher(port).matches())
                .map(Integer::parseInt)
                .filter(port -> port > 0)
                .orElse(Authority.UNWRITTEN);
    }

    /** The path that stands for the application's own in public, without a slash at the end. */
    Optional<String> prefix(int hop) {
        return fromRight(prefixes, hop)
                .filter(path -> path.startsWith("/") && PREFIX.matcher(path).matches())
                .map(path -> path.endsWith("/") ? path.substring(0, path.length() - 1) : path);
    }

    /** A proxy may set a single value where another appends: the farthest there is stands for all beyond it. */
    private static Optional<String> fromRight(List<String> values, int hop) {
        return values.isEmpty()
                ? Optional.empty()
                : Optional.of(values.get(Math.max(0, values.size() - 1 - Math.max(0, hop))));
    }
}
