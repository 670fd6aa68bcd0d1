package io.foxden.api;

import io.foxden.problem.Code;
import io.foxden.problem.OperatorException;
import io.foxden.problem.ReconnectException;
import io.foxden.problem.RefusedException;
import io.foxden.problem.TryLaterException;

/**
 * The Foxy API for whoever the store's owner gave consent to. Tokens are seen to; addresses are found by link, from the
 * home on:
 *
 * <pre>{@code
 * Resource store = foxden.api().follow("fx:store");
 * store.text("store_name");
 * store.post("fx:customers", Map.of("email", "jo@example.com", "password", …));
 * }</pre>
 *
 * <p>A request's body is a map, a record or anything else that Jackson can write, or a string that is JSON already. A
 * link that points away from Foxy is not followed.
 *
 * <p>Every call throws the same few exceptions, all with a problem fit to be shown:
 *
 * <ul>
 *   <li>{@link RefusedException}: Foxy said no ({@link Code#API_REFUSED}, with its status, words and logref), a link is
 *       missing ({@link Code#LINK_MISSING}) or points elsewhere ({@link Code#UNTRUSTED_LINK});
 *   <li>{@link TryLaterException}: no clear answer ({@link Code#API_UNREACHABLE}); the remedy tells whether a change may
 *       have been done;
 *   <li>{@link ReconnectException}, {@link OperatorException}: there is no connection to use.
 * </ul>
 *
 * <p>Safe for many threads.
 */
public interface Api {
    /** The API home as this connection sees it, with the links its scope allows. */
    Resource home();

    /** Where these links lead, followed one after the other from the home. */
    Resource follow(String... rels);

    /**
     * Reads an address kept from earlier; one without a host is meant relative to the API home.
     *
     * @throws IllegalArgumentException if it is not an address
     */
    Resource get(String href);

    Resource post(String href, Object body);

    Resource put(String href, Object body);

    Resource patch(String href, Object body);

    Resource delete(String href);
}
