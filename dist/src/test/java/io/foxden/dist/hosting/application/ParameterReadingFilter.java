package io.foxden.dist.hosting.application;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;

/** Asks each request for a parameter, by which the container reads the body of a form. */
public final class ParameterReadingFilter implements Filter {
    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String language = request.getParameter("lang");
        request.setAttribute("lang", language == null ? "en" : language);
        chain.doFilter(request, response);
    }
}
