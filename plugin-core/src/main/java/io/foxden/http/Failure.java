package io.foxden.http;

import io.foxden.foreign.Foreign;
import io.foxden.setting.HttpSettings;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import javax.net.ssl.SSLException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.NoHttpResponseException;

/** Says in plain words why no answer came, without a word of what was sent or received. */
final class Failure {
    /** They may hold names from a certificate. */
    private static final int TLS_WORDS = 200;

    private Failure() {}

    static WireException of(Throwable cause, boolean left, HttpSettings settings) {
        if (cause instanceof ProxyRefusedException || cause instanceof Lines.AllInUseException) {
            return new WireException(String.valueOf(cause.getMessage()), false, null);
        }
        if (cause instanceof SocketTimeoutException) {
            return left ? late(true, settings) : WireException.timedOut(noConnection(settings.connectTimeout()), false);
        }
        String words = left ? afterLeaving(cause) : connecting(cause) + way(settings);
        // What the libraries say about an answer can quote it; about a connection it helps and cannot.
        return new WireException(words, left, left ? null : cause);
    }

    private static String way(HttpSettings settings) {
        return settings.proxy() == null ? "" : " (by the proxy " + settings.proxyName() + ")";
    }

    static WireException late(boolean left, HttpSettings settings) {
        return WireException.timedOut(
                left
                        ? "the answer was not complete within " + shown(settings.readTimeout())
                        : noConnection(settings.connectTimeout().plus(settings.readTimeout())),
                left);
    }

    private static String connecting(Throwable cause) {
        if (cause instanceof UnknownHostException) {
            return "the host name is unknown";
        }
        if (cause instanceof SSLException) {
            return "the TLS handshake failed: " + Foreign.line(String.valueOf(cause.getMessage()), TLS_WORDS);
        }
        if (cause instanceof NoRouteToHostException) {
            return "there is no route to the host";
        }
        if (cause instanceof ConnectException) {
            return "the connection was refused";
        }
        return "connecting failed (" + cause.getClass().getSimpleName() + ")";
    }

    private static String afterLeaving(Throwable cause) {
        if (cause instanceof AnswerTooLargeException) {
            return String.valueOf(cause.getMessage());
        }
        if (cause instanceof NoHttpResponseException) {
            return "the connection was closed without an answer";
        }
        if (cause instanceof SocketException || cause instanceof SSLException) {
            return "the connection was reset";
        }
        if (cause instanceof ConnectionClosedException || cause instanceof MalformedChunkCodingException) {
            return "the answer broke off";
        }
        if (cause instanceof HttpException) {
            return "the answer is not HTTP";
        }
        return "the answer could not be read (" + cause.getClass().getSimpleName() + ")";
    }

    private static String noConnection(Duration time) {
        return "no connection within " + shown(time);
    }

    private static String shown(Duration time) {
        return time.toMillis() % 1000 == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
    }
}
