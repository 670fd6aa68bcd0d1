package io.foxden.servlet.exchange;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A request that knows its peer, its host and its headers only. */
final class Fake {
    private Fake() {}

    static HttpServletRequest request(String peer, Map<String, String> headers) {
        Map<String, String> known = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        known.putAll(headers);
        return (HttpServletRequest) Proxy.newProxyInstance(
                Fake.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getRemoteAddr" -> peer;
                    case "getRequestURI" -> "/foxden/";
                    case "getScheme" -> "http";
                    case "getServerName" -> host(known).replaceFirst(":[0-9]+$", "");
                    case "getServerPort" -> port(host(known));
                    case "getHeader" -> known.get((String) arguments[0]);
                    case "getHeaders" -> {
                        String value = known.get((String) arguments[0]);
                        yield Collections.enumeration(value == null ? List.of() : List.of(value));
                    }
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private static String host(Map<String, String> headers) {
        return headers.getOrDefault("Host", "inner.local:8080");
    }

    /** As containers do: the scheme's own where none was written. */
    private static int port(String host) {
        return host.matches(".*:[0-9]+") ? Integer.parseInt(host.replaceFirst(".*:", "")) : 80;
    }
}
