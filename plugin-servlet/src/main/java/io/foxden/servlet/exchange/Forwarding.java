package io.foxden.servlet.exchange;

import io.foxden.setting.TrustedProxies;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who sent a request that proxies passed on. Each proxy adds itself on the right of a list; read from the right, the
 * first address that is not a trusted proxy's is the client, and the host and scheme that stand as far from the right
 * are those the client used. {@code X-Forwarded-*} goes before {@code Forwarded} (RFC 7239): whoever sends both must
 * overwrite both. Safe for many threads.
 */
public final class Forwarding {
    private static final Pattern PAIR = Pattern.compile("(?i)(for|host|proto)=(\"[^\"]*\"|[^;,\\s\"]+)");
    private static final Pattern PORT_OF_V4 = Pattern.compile("^([0-9.]+):[0-9]+$");
    private static final Pattern V6_IN_BRACKETS = Pattern.compile("^\\[([0-9a-fA-F:.%]+)](:[0-9]+)?$");

    private final TrustedProxies trusted;

    public Forwarding(TrustedProxies trusted) {
        this.trusted = trusted;
    }

    Reached reached(HttpServletRequest request) {
        String peer = String.valueOf(request.getRemoteAddr());
        Reached direct = new Reached(
                peer,
                request.getScheme().toLowerCase(Locale.ROOT),
                Reached.authority(request.getScheme(), hostOf(request)));
        if (!trusted.includes(peer)) {
            return direct;
        }
        Hops hops = Hops.of(request);
        int hop = firstUntrusted(hops.clients());
        String scheme = scheme(hops.schemes(), hop, direct.scheme());
        return new Reached(
                hop < 0 ? peer : address(fromRight(hops.clients(), hop)),
                scheme,
                Reached.authority(scheme, hops.hosts().isEmpty() ? hostOf(request) : fromRight(hops.hosts(), hop)));
    }

    /** How far from the right; the farthest where all are trusted; -1 where there is none. */
    private int firstUntrusted(List<String> clients) {
        for (int hop = 0; hop < clients.size(); hop++) {
            if (!trusted.includes(address(fromRight(clients, hop)))) {
                return hop;
            }
        }
        return clients.size() - 1;
    }

    private static String scheme(List<String> schemes, int hop, String otherwise) {
        String scheme = schemes.isEmpty() ? otherwise : fromRight(schemes, hop).toLowerCase(Locale.ROOT);
        return scheme.equals("https") || scheme.equals("http") ? scheme : otherwise;
    }

    /** A proxy may set a single value where another appends: the farthest there is stands for all beyond it. */
    private static String fromRight(List<String> values, int hop) {
        return values.get(Math.max(0, values.size() - 1 - Math.max(0, hop)));
    }

    private static String hostOf(HttpServletRequest request) {
        int port = request.getServerPort();
        return port > 0 ? request.getServerName() + ":" + port : request.getServerName();
    }

    private static String address(String node) {
        Matcher v4 = PORT_OF_V4.matcher(node);
        Matcher v6 = V6_IN_BRACKETS.matcher(node);
        return v4.matches() ? v4.group(1) : v6.matches() ? v6.group(1) : node;
    }

    /** What the proxies said, each list with the nearest proxy's word last. */
    private record Hops(List<String> clients, List<String> schemes, List<String> hosts) {
        static Hops of(HttpServletRequest request) {
            Hops usual = new Hops(
                    list(request, "X-Forwarded-For"),
                    list(request, "X-Forwarded-Proto"),
                    list(request, "X-Forwarded-Host"));
            return usual.isEmpty() ? standard(request) : usual;
        }

        private boolean isEmpty() {
            return clients.isEmpty() && schemes.isEmpty() && hosts.isEmpty();
        }

        private static Hops standard(HttpServletRequest request) {
            Hops hops = new Hops(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
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
    }
}
