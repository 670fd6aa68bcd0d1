package com.example.host;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The host's first page. */
public final class FirstPage extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/html;charset=UTF-8");
        response.getWriter().println("<!DOCTYPE html><title>Host</title>");
        response.getWriter().println("<h1>The host's first page</h1>");
        response.getWriter().println("<p>Session: " + (request.getSession(false) != null) + "</p>");
    }
}
