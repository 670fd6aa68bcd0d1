package io.foxden.servlet.exchange;

import io.foxden.setting.ProxyHeader;
import io.foxden.setting.TrustedProxies;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who sent a request that proxies passed on. Each proxy adds itself on the right of a list; read from the right, the
 * first address that is not a trusted proxy's is the client, and the host and scheme that stand as far from the right
 * are those the client used. One kind of header is believed, as a proxy that sets the one may pass on the other as the
 * client sent it. Nothing in them is looked up. Safe for many threads.
 */
public final class Forwarding {
    private static final Pattern PORT_OF_V4 = Pattern.compile("^([0-9.]+):[0-9]+$");
    private static final Pattern V6_IN_BRACKETS = Pattern.compile("^\\[([0-9a-fA-F:.%]+)](:[0-9]+)?$");

    private final TrustedProxies trusted;
    private final ProxyHeader believed;

    public Forwarding(TrustedProxies trusted, ProxyHeader believed) {
        this.trusted = trusted;
        this.believed = believed;
    }

    Reached reached(HttpServletRequest request) {
        String peer = String.valueOf(request.getRemoteAddr());
        boolean heard = trusted.includes(peer);
        Hops hops = heard ? Hops.of(request, believed) : Hops.none();
        int hop = firstUntrusted(hops.clients());
        String scheme = hops.scheme(hop).orElseGet(() -> request.getScheme().toLowerCase(Locale.ROOT));
        Authority authority =
                hops.host(hop).orElseGet(() -> Authority.of(request)).orPort(hops.port(hop), scheme);
        return new Reached(
                peer,
                client(hops, hop, peer),
                scheme,
                authority.in(scheme),
                hops.prefix(hop).orElse(null),
                Unheard.of(request, heard, believed));
    }

    /** How far from the right; the farthest where all are trusted; -1 where there is none. */
    private int firstUntrusted(List<String> clients) {
        for (int hop = 0; hop < clients.size(); hop++) {
            if (!trusted.includes(address(clients.get(clients.size() - 1 - hop)))) {
                return hop;
            }
        }
        return clients.size() - 1;
    }

    /** Where a proxy hides its client behind a name, the proxy stands for it. */
    private static String client(Hops hops, int hop, String peer) {
        for (int nearer = hop; nearer >= 0; nearer--) {
            String address = hops.client(nearer).map(Forwarding::address).orElse("");
            if (TrustedProxies.isAddress(address)) {
                return address;
            }
        }
        return peer;
    }

    private static String address(String node) {
        Matcher v4 = PORT_OF_V4.matcher(node);
        Matcher v6 = V6_IN_BRACKETS.matcher(node);
        return v4.matches() ? v4.group(1) : v6.matches() ? v6.group(1) : node;
    }
}
