package io.foxden.examples;

import io.foxden.Foxden;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Shows the name of the connected store, in an application that has foxden-plugin.jar in its WEB-INF/lib. */
public final class StoreNameServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var store = Foxden.of(getServletContext()).api().follow("fx:store");
        response.setContentType("text/plain;charset=UTF-8");
        response.getWriter().println(store.text("store_name").orElse("A store without a name"));
    }
}
