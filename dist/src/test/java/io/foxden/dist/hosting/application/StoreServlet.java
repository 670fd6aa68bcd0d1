package io.foxden.dist.hosting.application;

import io.foxden.Foxden;
import io.foxden.api.Resource;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The host's own code calls Foxy: prints the store's name. */
public final class StoreServlet extends HttpServlet {
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Resource store = Foxden.of(getServletContext()).api().follow("fx:store");
        response.setContentType("text/plain");
        response.setCharacterEncoding("UTF-8");
        response.getWriter().print(store.text("store_name").orElse("no name"));
    }
}
