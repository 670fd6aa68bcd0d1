package com.example.host;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The host's filter over everything: marks what it sees, and has read a form's fields before others do. */
public final class Everything implements Filter {
    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        request.getParameterMap();
        ((HttpServletResponse) response).setHeader("X-Host", "seen");
        chain.doFilter(request, response);
    }
}
