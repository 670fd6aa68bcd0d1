package io.foxden.http;

import io.foxden.setting.HttpSettings;
import java.io.IOException;
import java.net.Socket;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.http.protocol.HttpCoreContext;

/** A way through the proxy to the peer (RFC 9110, section 9.3.6). */
final class Tunnel {
    private final HttpSettings settings;

    Tunnel(HttpSettings settings) {
        this.settings = settings;
    }

    /** @throws ProxyRefusedException if the proxy will not */
    void lay(Socket wire, Peer peer) throws IOException {
        ClassicHttpRequest connect = new BasicClassicHttpRequest("CONNECT", "/");
        connect.setPath(peer.authority());
        connect.setHeader("Host", peer.authority());
        connect.setHeader("User-Agent", UserAgent.TEXT);
        ProxyRefusedException.authorize(connect, settings);
        int status;
        try {
            // Not closed: the socket goes on to be the tunnel.
            Line proxy = new Line(peer, wire, wire);
            ClassicHttpResponse answer = new HttpRequestExecutor().execute(connect, proxy, HttpCoreContext.create());
            status = answer.getCode();
        } catch (HttpException e) {
            throw new IOException("the proxy's answer is not HTTP", e);
        }
        if (status / 100 != 2) {
            throw new ProxyRefusedException(settings, status);
        }
    }
}
