package io.foxden;

import io.foxden.api.Api;
import io.foxden.host.Hosting;
import io.foxden.problem.Code;
import io.foxden.problem.FoxdenException;
import io.foxden.problem.OperatorException;
import io.foxden.problem.ReconnectException;
import io.foxden.problem.TryLaterException;
import io.foxden.secret.Secret;
import jakarta.servlet.ServletContext;

/**
 * Foxden as the code of the application that it runs in sees it.
 *
 * <pre>{@code
 * Resource store = Foxden.of(servletContext).api().follow("fx:store");
 * String name = store.text("store_name").orElse("");
 * }</pre>
 *
 * <p>Safe for many threads. It ends with the web application; nothing of it is to be kept longer.
 */
public interface Foxden {
    /**
     * The Foxden of a web application.
     *
     * @throws IllegalStateException if none was started there; the message says why that may be
     */
    static Foxden of(ServletContext context) {
        Object found = context.getAttribute(Foxden.class.getName());
        if (found instanceof Foxden foxden) {
            return foxden;
        }
        throw new IllegalStateException(Hosting.whyNot(context, found));
    }

    /**
     * Starts Foxden in a web application, where the container does not: in an embedded server, or where {@code web.xml}
     * orders web fragments and leaves Foxden's out. To be called while the application starts, by a servlet container
     * initializer or a listener that {@code web.xml} or an annotation names. Does nothing where Foxden runs already. What
     * is wrong with the installation itself is no reason to throw: the application starts all the same.
     *
     * @throws IllegalStateException if the application has started already, or takes no filters from the caller
     */
    static Foxden register(ServletContext context) {
        Hosting.call(context);
        return of(context);
    }

    /**
     * The Foxy API, from its home on; tokens are seen to. Its calls throw what {@link Api} says.
     *
     * @throws FoxdenException with the reason, while the installation cannot be opened
     */
    Api api();

    /**
     * An access token that is valid now, for code that calls Foxy in its own way. Allocates nothing and takes no lock
     * while one is held; otherwise takes as long as the time-outs for Foxy allow.
     *
     * @throws OperatorException {@link Code#NOT_INSTALLED} and others: a setting or the server has to be put right
     * @throws ReconnectException {@link Code#NOT_CONNECTED}, {@link Code#NEEDS_RECONNECT}: a person has to approve
     * @throws TryLaterException {@link Code#API_UNREACHABLE}
     */
    Secret accessToken();

    /**
     * A token in the place of one that Foxy has just refused with 401, for code that calls Foxy in its own way. To be asked
     * for once in each request: where Foxy gives no other token now, the same one comes back.
     *
     * <pre>{@code
     * Secret token = foxden.accessToken();
     * Answer answer = call(token);
     * if (answer.status() == 401) {
     *     answer = call(foxden.renewedAccessToken(token));
     * }
     * }</pre>
     *
     * @param refused what {@link #accessToken()} gave, and Foxy did not accept
     * @throws FoxdenException as {@link #accessToken()}
     */
    Secret renewedAccessToken(Secret refused);

    /**
     * What this installation is now, without secrets; read anew each time. Never throws: where it cannot be opened, the
     * phase is {@link Phase#BROKEN} (or {@link Phase#NEW} where nothing is known), and the problem says why and when it is
     * tried again.
     */
    Status status();
}
