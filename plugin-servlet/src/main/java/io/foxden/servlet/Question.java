package io.foxden.servlet;

import io.foxden.foreign.Foreign;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One request over loopback to an address of our own. Tells nothing secret, so that it does not matter who takes it, nor
 * which certificate is shown; the mark in the answer says who did.
 */
final class Question {
    private static final Logger LOG = LoggerFactory.getLogger(Question.class);

    static final String HEADER = "Foxden-Question";
    static final String MARK = "Foxden-Mark";

    private static final int BAD_REQUEST = 400;
    private static final int MISDIRECTED = 421;
    private static final int TIMEOUT = 4_000;
    private static final int MOST_HEAD = 16_384;
    private static final int SHOWN = 200;

    private final String host;
    private final String path;
    private final String question;

    /**
     * @param host the virtual host
     * @param path as a browser sends it
     */
    Question(String host, String path, String question) {
        this.host = host;
        this.path = path;
        this.question = question;
    }

    /** What came back. */
    record Head(int status, String text) {
        Optional<String> header(String name) {
            return text.lines()
                    .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .findFirst();
        }

        /** What says who it was. */
        String words() {
            return status
                    + header("Location").map(to -> " to " + to).orElse("")
                    + header("WWW-Authenticate").map(how -> ", " + how).orElse("");
        }

        /** Not ours to judge: the server took the request for none of ours, or wants it encrypted. */
        boolean saysNothing() {
            boolean redirect = status / 100 == 3;
            boolean encrypted =
                    header("Location").filter(to -> to.startsWith("https:")).isPresent();
            return status == BAD_REQUEST || status == MISDIRECTED || (redirect && encrypted);
        }
    }

    /**
     * In the clear; with TLS where the answer is none of HTTP, or says that the request was no good, as ports for TLS do.
     *
     * @throws IOException where nobody answers there in HTTP, or not in time
     */
    Head ask(int port) throws IOException {
        Head clear = null;
        try (Socket socket = connected(port)) {
            clear = exchange(socket, port);
        } catch (ProtocolException e) {
            LOG.debug("Port {} does not speak HTTP in the clear", port, e);
        }
        return clear == null || clear.status() == BAD_REQUEST ? encrypted(port) : clear;
    }

    private Head encrypted(int port) throws IOException {
        try (Socket plain = connected(port);
                Socket secure = tls().getSocketFactory().createSocket(plain, host, port, true)) {
            return exchange(secure, port);
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private static Socket connected(int port) throws IOException {
        Socket socket = new Socket();
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT);
        socket.setSoTimeout(TIMEOUT);
        return socket;
    }

    private Head exchange(Socket socket, int port) throws IOException {
        String request = "GET " + path + " HTTP/1.1\r\nHost: " + host + ":" + port + "\r\n" + HEADER + ": " + question
                + "\r\nAccept:text/html\r\nConnection:close\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        return parsed(head(socket.getInputStream()));
    }

    /** Up to the empty line; however slowly it comes, no longer than the time-out. */
    private static String head(InputStream in) throws IOException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(TIMEOUT);
        StringBuilder head = new StringBuilder();
        while (head.length() < MOST_HEAD && head.indexOf("\r\n\r\n") < 0 && System.nanoTime() - end < 0) {
            int character = in.read();
            if (character < 0) {
                break;
            }
            head.append((char) character);
        }
        return head.toString();
    }

    private static Head parsed(String head) throws IOException {
        String line = head.lines().findFirst().orElse("");
        if (!line.toUpperCase(Locale.ROOT).matches("HTTP/1\\.[01] [1-5][0-9]{2}( .*)?")) {
            throw new ProtocolException(Foreign.line(line, SHOWN));
        }
        return new Head(Integer.parseInt(line.substring(9, 12)), head);
    }

    private static SSLContext tls() throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new Anybody()}, null);
        return context;
    }

    private static final class Anybody implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String kind) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String kind) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
