package io.foxden.api;

import io.foxden.problem.Code;
import io.foxden.problem.RefusedException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What Foxy answered, and the ways on from there. Immutable: {@link #get()} reads it anew. The calls throw what
 * {@link Api} says.
 */
public interface Resource {
    /** The HTTP status of the answer: 200, 201, 204. */
    int status();

    /**
     * The resource's own address, as its {@code self} link says; where it has none, the one it was read from.
     *
     * @throws RefusedException with {@link Code#LINK_MISSING} where it has none and was embedded, or is the answer to a
     *     POST: that address is the collection's, which must not be changed in its place
     */
    URI uri();

    /** A property's text; of a number or a boolean, its text form. */
    Optional<String> text(String name);

    /** A whole number, whether Foxy wrote it as a number or as text. */
    OptionalLong number(String name);

    /**
     * The answer as a record or class of the caller's, read by Jackson; properties it does not know are ignored.
     *
     * @throws IllegalArgumentException if a property does not fit the type; the message names it, not its value
     */
    <T> T as(Class<T> type);

    /** The answer as indented JSON. */
    String json();

    /** The objects embedded under this relation, such as the customers of a page of customers. */
    List<Resource> embedded(String rel);

    boolean has(String rel);

    /**
     * Where a link points, its query template left empty.
     *
     * @throws RefusedException with {@link Code#LINK_MISSING}
     */
    URI link(String rel);

    /** Where these links lead, followed one after the other from here. */
    Resource follow(String... rels);

    /** This resource as it is now. */
    Resource get();

    Resource post(Object body);

    Resource put(Object body);

    Resource patch(Object body);

    Resource delete();

    Resource post(String rel, Object body);

    Resource put(String rel, Object body);

    Resource patch(String rel, Object body);

    Resource delete(String rel);
}
