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

/**
 * Stands before the whole application and answers what is below the base path; everything else goes on untouched, for the
 * price of one comparison of prefixes. Safe for many threads.
 */
public final class FoxdenFilter implements Filter {
    private final Deployment deployment;

    FoxdenFilter(Deployment deployment) {
        this.deployment = deployment;
    }

    @Override
    public void init(FilterConfig ignored) {
        deployment.begin();
    }

    @Override
    public void destroy() {
        deployment.end();
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Premises now = deployment.premises();
        if (request instanceof HttpServletRequest http
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
