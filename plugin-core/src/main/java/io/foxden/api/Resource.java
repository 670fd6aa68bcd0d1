package io.foxden.api;

import io.foxden.foxy.Foxy;
import io.foxden.hal.HalDocument;
import io.foxden.http.HttpRequest;
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
public final class Resource {
    private final Calls calls;
    private final URI source;
    private final int status;
    private final HalDocument document;
    private final boolean whole;

    /**
     * @param source the address that was asked, which relative links refer to
     * @param whole whether this is what lives at that address, and not something made or found there
     */
    Resource(Calls calls, URI source, int status, HalDocument document, boolean whole) {
        this.calls = calls;
        this.source = source;
        this.status = status;
        this.document = document;
        this.whole = whole;
    }

    /** The HTTP status of the answer: 200, 201, 204. */
    public int status() {
        return status;
    }

    /**
     * The resource's own address, as its {@code self} link says; where it has none, the one it was read from.
     *
     * @throws RefusedException with {@link Code#LINK_MISSING} where it has none and was embedded, or is the answer to a
     *     POST: that address is the collection's, which must not be changed in its place
     */
    public URI uri() {
        return whole && !has("self") ? source : link("self");
    }

    /** A property's text; of a number or a boolean, its text form. */
    public Optional<String> text(String name) {
        return document.text(name);
    }

    /** A whole number, whether Foxy wrote it as a number or as text. */
    public OptionalLong number(String name) {
        return document.number(name);
    }

    /**
     * The answer as a record or class of the caller's, read by Jackson; properties it does not know are ignored.
     *
     * @throws IllegalArgumentException if a property does not fit the type; the message names it, not its value
     */
    public <T> T as(Class<T> type) {
        return document.as(type);
    }

    /** The answer as indented JSON. */
    public String json() {
        return document.json();
    }

    /** The answer as plain data. */
    public HalDocument document() {
        return document;
    }

    /** The objects embedded under this relation, such as the customers of a page of customers. */
    public List<Resource> embedded(String rel) {
        return document.embedded(rel).stream()
                .map(each -> new Resource(calls, source, status, each, false))
                .toList();
    }

    public boolean has(String rel) {
        return document.link(rel).isPresent();
    }

    /**
     * Where a link points, its query template left empty.
     *
     * @throws RefusedException with {@link Code#LINK_MISSING}
     */
    public URI link(String rel) {
        return Foxy.resolve(document, source, rel);
    }

    /** Where these links lead, followed one after the other from here. */
    public Resource follow(String... rels) {
        Resource here = this;
        for (String rel : rels) {
            here = calls.get(here.link(rel));
        }
        return here;
    }

    /** This resource as it is now. */
    public Resource get() {
        return calls.get(uri());
    }

    public Resource post(Object body) {
        return calls.change(HttpRequest.post(uri()).withJson(Calls.json(body)));
    }

    public Resource put(Object body) {
        return calls.change(HttpRequest.put(uri()).withJson(Calls.json(body)));
    }

    public Resource patch(Object body) {
        return calls.change(HttpRequest.patch(uri()).withJson(Calls.json(body)));
    }

    public Resource delete() {
        return calls.change(HttpRequest.delete(uri()));
    }

    public Resource post(String rel, Object body) {
        return calls.change(HttpRequest.post(link(rel)).withJson(Calls.json(body)));
    }

    public Resource put(String rel, Object body) {
        return calls.change(HttpRequest.put(link(rel)).withJson(Calls.json(body)));
    }

    public Resource patch(String rel, Object body) {
        return calls.change(HttpRequest.patch(link(rel)).withJson(Calls.json(body)));
    }

    public Resource delete(String rel) {
        return calls.change(HttpRequest.delete(link(rel)));
    }

    /** Status and address only: the content may be secret. */
    @Override
    public String toString() {
        return status + " " + source.getRawPath();
    }
}
