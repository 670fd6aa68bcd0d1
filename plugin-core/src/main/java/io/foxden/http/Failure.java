package io.foxden.http;

import io.foxden.foreign.Foreign;
import io.foxden.setting.HttpSettings;
import io.foxden.words.Message;
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
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.NoHttpResponseException;

/** Says in plain words why no answer came, without a word of what was sent or received. */
final class Failure {
    /** They may hold names from a certificate. */
    private static final int TLS_WORDS = 200;

    private Failure() {}

    static WireException of(Throwable cause, boolean left, HttpSettings settings) {
        if (cause instanceof ProxyRefusedException refused) {
            return new WireException(refused.why(), false, null);
        }
        if (cause instanceof Lines.AllInUseException busy) {
            return new WireException(busy.why(), false, null);
        }
        if (cause instanceof SocketTimeoutException) {
            return left ? late(true, settings) : WireException.timedOut(noConnection(settings.connectTimeout()), false);
        }
        Message why = left ? afterLeaving(cause) : connecting(cause, settings);
        // What the libraries say about an answer can quote it; about a connection it helps and cannot.
        return new WireException(why, left, left ? null : cause);
    }

    static WireException late(boolean left, HttpSettings settings) {
        return WireException.timedOut(
                left
                        ? Message.of("http/late").with("time", shown(settings.readTimeout()))
                        : noConnection(settings.connectTimeout().plus(settings.readTimeout())),
                left);
    }

    private static Message connecting(Throwable cause, HttpSettings settings) {
        Message why = connecting(cause);
        return settings.proxy() == null
                ? why
                : Message.of("http/by-proxy").with("why", why).with("proxy", settings.proxyName());
    }

    private static Message connecting(Throwable cause) {
        if (cause instanceof UnknownHostException) {
            return Message.of("http/unknown-host");
        }
        if (cause instanceof SSLException) {
            return Message.of("http/tls").with("words", Foreign.line(String.valueOf(cause.getMessage()), TLS_WORDS));
        }
        if (cause instanceof NoRouteToHostException) {
            return Message.of("http/no-route");
        }
        if (cause instanceof ConnectException) {
            return Message.of("http/refused");
        }
        return Message.of("http/not-connected").with("kind", cause.getClass().getSimpleName());
    }

    private static Message afterLeaving(Throwable cause) {
        if (cause instanceof AnswerTooLargeException large) {
            return Message.of("http/too-large").with("most", large.limit());
        }
        if (cause instanceof NoHttpResponseException) {
            return Message.of("http/no-answer");
        }
        if (cause instanceof SocketException || cause instanceof SSLException) {
            return Message.of("http/reset");
        }
        if (cause instanceof ConnectionClosedException || cause instanceof MalformedChunkCodingException) {
            return Message.of("http/broke-off");
        }
        if (cause instanceof MessageConstraintException) {
            return Message.of("http/head-too-large");
        }
        if (cause instanceof HttpException || cause instanceof IllegalArgumentException) {
            return Message.of("http/not-http");
        }
        return Message.of("http/unreadable").with("kind", cause.getClass().getSimpleName());
    }

    private static Message noConnection(Duration time) {
        return Message.of("http/no-connection").with("time", shown(time));
    }

    private static String shown(Duration time) {
        return time.toMillis() % 1000 == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
    }
}
