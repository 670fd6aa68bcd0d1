package io.foxden.servlet.exchange;

import io.foxden.setting.ProxyHeader;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What proxies said and nobody believed.
 *
 * @param trusted whether that is a trusted proxy, so that only the other kind of header was passed over
 * @param headers their names; none where nothing was passed over
 * @param hosts that they named
 * @param schemes that they named
 */
public record Unheard(boolean trusted, List<String> headers, List<String> hosts, List<String> schemes) {
    static final Unheard NOTHING = new Unheard(true, List.of(), List.of(), List.of());

    static Unheard of(HttpServletRequest request, boolean trusted, ProxyHeader believed) {
        List<ProxyHeader> kinds = Stream.of(ProxyHeader.values())
                .filter(kind -> !trusted || kind != believed)
                .toList();
        List<String> headers = kinds.stream()
                .flatMap(kind -> Hops.headers(kind).stream())
                .filter(name -> request.getHeader(name) != null)
                .toList();
        return headers.isEmpty()
                ? NOTHING
                : new Unheard(trusted, headers, told(request, kinds, Hops::hosts), told(request, kinds, Hops::schemes));
    }

    private static List<String> told(
            HttpServletRequest request, List<ProxyHeader> kinds, Function<Hops, List<String>> what) {
        return kinds.stream()
                .flatMap(kind -> what.apply(Hops.of(request, kind)).stream())
                .toList();
    }

    public boolean isEmpty() {
        return headers.isEmpty();
    }

    /** Whether they say otherwise than the request itself. */
    boolean contradicts(String scheme, String authority) {
        return schemes.stream().anyMatch(told -> !told.equalsIgnoreCase(scheme))
                || hosts.stream()
                        .map(Authority::parse)
                        .flatMap(Optional::stream)
                        .anyMatch(told -> !told.in(scheme).equals(authority));
    }

    /**
     * Whether they name the host of this origin. No page of another site can have a browser send such a header, so it is
     * as good as a host of our own to tell where a form is from, and good for nothing else.
     */
    boolean names(String scheme, String authority) {
        return hosts.stream()
                .map(Authority::parse)
                .flatMap(Optional::stream)
                .anyMatch(host -> host.in(scheme).equals(authority));
    }
}
