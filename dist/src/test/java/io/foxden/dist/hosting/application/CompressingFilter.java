package io.foxden.dist.hosting.application;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Compresses every answer for a client that takes gzip, as such filters do: the length is its own affair then. */
public final class CompressingFilter implements Filter {
    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String accepted = ((HttpServletRequest) request).getHeader("Accept-Encoding");
        if (accepted == null || !accepted.contains("gzip")) {
            chain.doFilter(request, response);
            return;
        }
        try (CompressedResponse compressed = new CompressedResponse((HttpServletResponse) response)) {
            chain.doFilter(request, compressed);
        }
    }
}
