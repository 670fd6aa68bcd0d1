package io.foxden.http;

import io.foxden.setting.HttpSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** Connects to the peer or to the proxy, has the proxy lay a tunnel, and encrypts. Safe for many threads. */
final class SocketDialer implements Dialer {
    private final HttpSettings settings;
    private final int connectMillis;
    private @Nullable SSLContext tls;

    SocketDialer(HttpSettings settings) {
        this.settings = settings;
        this.connectMillis = (int) settings.connectTimeout().toMillis();
    }

    @Override
    public Line dial(Peer peer, Passage passage) throws IOException {
        URI proxy = settings.proxy();
        Socket wire = connected(proxy == null ? peer : Peer.of(proxy), passage);
        try {
            wire.setSoTimeout(connectMillis);
            if (proxy != null && peer.encrypted()) {
                new Tunnel(settings).lay(wire, peer);
            }
            Socket socket = peer.encrypted() ? encrypted(wire, peer) : wire;
            socket.setSoTimeout((int) settings.readTimeout().toMillis());
            return new Line(peer, wire, socket);
        } catch (IOException | RuntimeException e) {
            wire.close();
            throw e;
        }
    }

    /** By the first of the host's addresses that answers. */
    private Socket connected(Peer end, Passage passage) throws IOException {
        IOException failure = null;
        for (InetAddress address : InetAddress.getAllByName(end.bareHost())) {
            Socket socket = new Socket();
            passage.over(socket);
            try {
                socket.setTcpNoDelay(true);
                socket.connect(new InetSocketAddress(address, end.port()), connectMillis);
                return socket;
            } catch (IOException e) {
                socket.close();
                failure = e;
            }
        }
        throw failure == null ? new IOException("a host without an address") : failure;
    }

    /** With whoever the host name belongs to, and nobody else (RFC 9110, section 4.3.4). */
    private Socket encrypted(Socket wire, Peer peer) throws IOException {
        SSLSocket socket = (SSLSocket) tls().getSocketFactory().createSocket(wire, peer.bareHost(), peer.port(), true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.setSoTimeout(connectMillis);
        socket.startHandshake();
        return socket;
    }

    /** Begins a handshake that is sent to nobody, which loads most of what one needs. */
    @Override
    public void prepare() {
        try {
            SSLEngine engine = tls().createSSLEngine();
            engine.setUseClientMode(true);
            engine.wrap(
                    ByteBuffer.allocate(0),
                    ByteBuffer.allocate(engine.getSession().getPacketBufferSize()));
        } catch (SSLException e) {
            // Then the first true one tells what is amiss.
        }
    }

    /** Made when it is first needed: the certificates that are trusted take a while to read. */
    private synchronized SSLContext tls() throws SSLException {
        if (tls == null) {
            try {
                SSLContext context = SSLContext.getInstance("TLS");
                context.init(null, null, null);
                tls = context;
            } catch (GeneralSecurityException e) {
                throw new SSLException("TLS could not be set up: " + e.getMessage(), e);
            }
        }
        return tls;
    }
}
