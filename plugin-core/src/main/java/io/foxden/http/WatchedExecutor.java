package io.foxden.http;

import java.io.IOException;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.core5.concurrent.Cancellable;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.Method;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.io.HttpResponseInformationCallback;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.glassfish.jersey.client.ClientRequest;

/** Tells the {@link Exchange} when Apache takes its request, and when the first byte is about to leave. */
final class WatchedExecutor extends HttpRequestExecutor {
    /** The name under which Jersey's connector keeps its request in Apache's context. */
    private static final String JERSEY_REQUEST = "JerseyRequestAttribute";

    /** The first link of Apache's chain, before a connection is looked for. */
    static ClassicHttpResponse begin(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        exchange(scope.clientContext).begun((Cancellable) scope.originalRequest);
        return chain.proceed(request, scope);
    }

    /** Called with the connection established, encrypted and tunnelled; {@code CONNECT} itself asks a proxy only. */
    @Override
    public ClassicHttpResponse execute(
            ClassicHttpRequest request,
            HttpClientConnection connection,
            HttpResponseInformationCallback callback,
            HttpContext context)
            throws IOException, HttpException {
        if (!Method.CONNECT.isSame(request.getMethod())) {
            exchange(context).leaving();
        }
        return super.execute(request, connection, callback, context);
    }

    private static Exchange exchange(HttpContext context) {
        ClientRequest request = (ClientRequest) context.getAttribute(JERSEY_REQUEST);
        return (Exchange) request.getProperty(Exchange.PROPERTY);
    }
}
