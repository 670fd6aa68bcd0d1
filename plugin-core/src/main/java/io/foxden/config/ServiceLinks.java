package io.foxden.config;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The variables that Kubernetes sets in every container for each service of the namespace: a service named "foxden"
 * gives {@code FOXDEN_SERVICE_HOST}, {@code FOXDEN_PORT_8080_TCP_ADDR} and more. Nobody gave them as settings.
 */
record ServiceLinks(Set<String> services) {
    private static final String HOST = "_SERVICE_HOST";

    static ServiceLinks in(Map<String, String> variables) {
        return new ServiceLinks(variables.keySet().stream()
                .filter(name -> name.endsWith(HOST))
                .map(name -> name.substring(0, name.length() - HOST.length()))
                .filter(service -> variables.containsKey(service + "_SERVICE_PORT"))
                .collect(Collectors.toUnmodifiableSet()));
    }

    /** Whether a variable was set by Kubernetes. */
    boolean made(String name) {
        return services.stream()
                .anyMatch(service -> name.startsWith(service + "_SERVICE_")
                        || name.equals(service + "_PORT")
                        || name.startsWith(service + "_PORT_"));
    }
}
