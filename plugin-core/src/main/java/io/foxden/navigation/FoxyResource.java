package io.foxden.navigation;

import io.foxden.api.Resource;
import io.foxden.foreign.Foreign;
import io.foxden.foxy.Foxy;
import io.foxden.hal.HalDocument;
import io.foxden.http.HttpRequest;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** A document that Foxy answered with, and the calls that lead on from it. Immutable. */
final class FoxyResource implements Resource {
    private static final int SHOWN_PATH = 300;

    private final Calls calls;
    private final URI source;
    private final int status;
    private final HalDocument document;
    private final boolean whole;

    /**
     * @param source the address that was asked, which relative links refer to
     * @param whole whether this is what lives at that address, and not something made or found there
     */
    FoxyResource(Calls calls, URI source, int status, HalDocument document, boolean whole) {
        this.calls = calls;
        this.source = source;
        this.status = status;
        this.document = document;
        this.whole = whole;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public URI uri() {
        return whole && !has("self") ? source : link("self");
    }

    @Override
    public Optional<String> text(String name) {
        return document.text(name);
    }

    @Override
    public OptionalLong number(String name) {
        return document.number(name);
    }

    @Override
    public <T> T as(Class<T> type) {
        return document.as(type);
    }

    @Override
    public String json() {
        return document.json();
    }

    /** The answer as plain data. */
    HalDocument document() {
        return document;
    }

    @Override
    public List<Resource> embedded(String rel) {
        return document.embedded(rel).stream()
                .map(each -> (Resource) new FoxyResource(calls, source, status, each, false))
                .toList();
    }

    @Override
    public boolean has(String rel) {
        return document.link(rel).isPresent();
    }

    @Override
    public URI link(String rel) {
        return Foxy.resolve(document, source, rel);
    }

    @Override
    public Resource follow(String... rels) {
        return rels.length == 0 ? this : calls.walk().follow(this, rels);
    }

    @Override
    public Resource get() {
        return calls.get(uri());
    }

    @Override
    public Resource post(Object body) {
        return calls.change(HttpRequest.post(uri()).withJson(Calls.json(body)));
    }

    @Override
    public Resource put(Object body) {
        return calls.change(HttpRequest.put(uri()).withJson(Calls.json(body)));
    }

    @Override
    public Resource patch(Object body) {
        return calls.change(HttpRequest.patch(uri()).withJson(Calls.json(body)));
    }

    @Override
    public Resource delete() {
        return calls.change(HttpRequest.delete(uri()));
    }

    @Override
    public Resource post(String rel, Object body) {
        return calls.change(HttpRequest.post(link(rel)).withJson(Calls.json(body)));
    }

    @Override
    public Resource put(String rel, Object body) {
        return calls.change(HttpRequest.put(link(rel)).withJson(Calls.json(body)));
    }

    @Override
    public Resource patch(String rel, Object body) {
        return calls.change(HttpRequest.patch(link(rel)).withJson(Calls.json(body)));
    }

    @Override
    public Resource delete(String rel) {
        return calls.change(HttpRequest.delete(link(rel)));
    }

    /** Status and address only: the content may be secret. */
    @Override
    public String toString() {
        return status + " " + Foreign.line(source.getRawPath(), SHOWN_PATH);
    }
}
