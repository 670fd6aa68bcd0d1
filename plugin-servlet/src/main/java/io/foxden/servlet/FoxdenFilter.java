package io.foxden.servlet;

import io.foxden.servlet.exchange.Answer;
import io.foxden.servlet.exchange.BodyAwaited;
import io.foxden.servlet.exchange.Request;
import io.foxden.servlet.gate.SecurityHeaders;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands before the whole application and answers what is below the base path; everything else goes on untouched, for the
 * price of one comparison of prefixes. Safe for many threads.
 */
public final class FoxdenFilter implements Filter {
    private static final Logger LOG = LoggerFactory.getLogger(FoxdenFilter.class);
    /** Names the attribute with a request of ours whose body was waited for. */
    private static final String AWAITED = FoxdenFilter.class.getName();

    private final Deployment deployment;
    private volatile boolean begun;

    FoxdenFilter(Deployment deployment) {
        this.deployment = deployment;
    }

    /** A filter that cannot begin would keep the whole application from starting: nothing is thrown. */
    @Override
    public void init(FilterConfig ignored) {
        try {
            deployment.begin();
            begun = true;
        } catch (RuntimeException | Error e) {
            LOG.error("Foxden does not answer in this application, which goes on without it.", e);
        }
    }

    @Override
    public void destroy() {
        begun = false;
        try {
            deployment.end();
        } catch (RuntimeException | Error e) {
            LOG.error("Foxden did not end cleanly.", e);
        }
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (begun
                && request instanceof HttpServletRequest http
                && response instanceof HttpServletResponse answer
                && isOurs(http)) {
            serve(requested(http), http, answer);
        } else {
            chain.doFilter(request, response);
        }
    }

    /** What a host dispatches by itself is the host's, wherever it leads. */
    private boolean isOurs(HttpServletRequest http) {
        return http.getDispatcherType() == DispatcherType.ASYNC
                ? http.getAttribute(AWAITED) instanceof Request
                : deployment.premises().base().owns(http.getRequestURI());
    }

    private Request requested(HttpServletRequest http) {
        if (http.getAttribute(AWAITED) instanceof Request arrived) {
            http.removeAttribute(AWAITED);
            return arrived;
        }
        Premises now = deployment.premises();
        return new Request(http, now.base(), now.forwarding(), now.settings().languages());
    }

    private void serve(Request request, HttpServletRequest http, HttpServletResponse response) throws IOException {
        String mark = deployment.mark(http.getHeader(Question.HEADER));
        if (mark != null) {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            response.setHeader(Question.MARK, mark);
            return;
        }
        try {
            Answer answer = deployment.premises().desk().answer(request);
            send(request.varies() ? answer.with("Vary", "Accept-Language") : answer, request, response);
        } catch (BodyAwaited e) {
            http.setAttribute(AWAITED, request);
            request.await();
        }
    }

    /** Answered first: what is left of a body that nobody wants is no reason to wait. */
    private static void send(Answer answer, Request request, HttpServletResponse response) throws IOException {
        boolean last = request.leavesBody() && request.isInTurn();
        Answer whole = SecurityHeaders.add(last ? answer.with("Connection", "close") : answer);
        whole.writeTo(response, !request.method().equals("HEAD"));
        if (last) {
            response.flushBuffer();
            request.letGo();
        }
    }
}
