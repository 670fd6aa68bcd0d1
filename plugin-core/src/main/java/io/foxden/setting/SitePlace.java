package io.foxden.setting;

import java.net.URI;
import java.util.Locale;

/**
 * Where a site is, as far as its visitors tell places apart: {@code www.} or not, http or https, and the names of this
 * machine make no difference. For comparing what a browser says with what is registered; not for security.
 *
 * @param local whether it is a place that the world does not reach: this machine, a private network, a name without a dot
 */
public record SitePlace(String host, int port, boolean local) {
    private static final TrustedProxies PRIVATE = TrustedProxies.parse(
            "127.0.0.0/8 10.0.0.0/8 172.16.0.0/12 192.168.0.0/16 169.254.0.0/16 ::1 fc00::/7 fe80::/10");
    private static final TrustedProxies LOOPBACK = TrustedProxies.parse("127.0.0.0/8 ::1");
    private static final String THIS_MACHINE = "localhost";
    private static final String WWW = "www.";
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    public static SitePlace of(URI siteUrl) {
        String host = String.valueOf(siteUrl.getHost()).toLowerCase(Locale.ROOT);
        String known =
                LOOPBACK.includes(host) ? THIS_MACHINE : host.startsWith(WWW) ? host.substring(WWW.length()) : host;
        int port = siteUrl.getPort();
        return new SitePlace(known, port == HTTP || port == HTTPS ? -1 : port, isLocal(known));
    }

    private static boolean isLocal(String host) {
        return PRIVATE.includes(host)
                || (host.indexOf('.') < 0 && !host.startsWith("["))
                || host.endsWith(".local")
                || host.endsWith(".internal")
                || host.endsWith("." + THIS_MACHINE);
    }
}
