package io.foxden.servlet.exchange;

import io.foxden.setting.ProxyHeader;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What proxies said and nobody believed.
 *
 * @param peer the address that the request came from
 * @param trusted whether that is a trusted proxy, so that only the other kind of header was passed over
 * @param headers their names; none where nothing was passed over
 * @param hosts that they named
 */
public record Unheard(String peer, boolean trusted, List<String> headers, List<String> hosts) {
    static final Unheard NOTHING = new Unheard("", true, List.of(), List.of());

    static Unheard of(HttpServletRequest request, boolean trusted, ProxyHeader believed) {
        List<ProxyHeader> kinds = Stream.of(ProxyHeader.values())
                .filter(kind -> !trusted || kind != believed)
                .toList();
        List<String> headers = kinds.stream()
                .flatMap(kind -> Hops.headers(kind).stream())
                .filter(name -> request.getHeader(name) != null)
                .toList();
        if (headers.isEmpty()) {
            return NOTHING;
        }
        List<String> hosts = kinds.stream()
                .flatMap(kind -> Hops.of(request, kind).hosts().stream())
                .toList();
        return new Unheard(String.valueOf(request.getRemoteAddr()), trusted, headers, hosts);
    }

    public boolean isEmpty() {
        return headers.isEmpty();
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
