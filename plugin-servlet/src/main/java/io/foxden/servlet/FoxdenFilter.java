package io.foxden.servlet;

import io.foxden.servlet.exchange.Answer;
import io.foxden.servlet.exchange.Request;
import io.foxden.servlet.gate.SecurityHeaders;
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
        Premises now = begun ? deployment.premises() : null;
        if (now != null
                && request instanceof HttpServletRequest http
                && response instanceof HttpServletResponse answer
                && now.base().owns(http.getRequestURI())) {
            answer(now, http, answer);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static void answer(Premises now, HttpServletRequest http, HttpServletResponse response) throws IOException {
        Request request =
                new Request(http, now.base(), now.forwarding(), now.settings().languages());
        Answer plain = now.desk().answer(request);
        Answer answer = request.varies() ? plain.with("Vary", "Accept-Language") : plain;
        request.drain();
        SecurityHeaders.add(answer).writeTo(response, !http.getMethod().equals("HEAD"));
    }
}
