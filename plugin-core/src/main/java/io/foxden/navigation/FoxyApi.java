package io.foxden.navigation;

import io.foxden.api.Api;
import io.foxden.api.Resource;
import io.foxden.authorization.Pause;
import io.foxden.foxy.BearerSource;
import io.foxden.foxy.Foxy;
import io.foxden.http.HttpRequest;
import java.net.URI;
import java.util.function.Supplier;

/** The API of whoever the store's owner gave consent to. Safe for many threads. */
public final class FoxyApi implements Api {
    private final Calls calls;

    /** @param pause for the wait before a GET is asked once more */
    public FoxyApi(Supplier<Foxy> foxy, BearerSource bearer, Pause pause) {
        this.calls = new Calls(foxy, bearer, pause);
    }

    @Override
    public Resource home() {
        return calls.get(calls.home());
    }

    @Override
    public Resource follow(String... rels) {
        return home().follow(rels);
    }

    @Override
    public Resource get(String href) {
        return calls.get(address(href));
    }

    @Override
    public Resource post(String href, Object body) {
        return calls.change(HttpRequest.post(address(href)).withJson(Calls.json(body)));
    }

    @Override
    public Resource put(String href, Object body) {
        return calls.change(HttpRequest.put(address(href)).withJson(Calls.json(body)));
    }

    @Override
    public Resource patch(String href, Object body) {
        return calls.change(HttpRequest.patch(address(href)).withJson(Calls.json(body)));
    }

    @Override
    public Resource delete(String href) {
        return calls.change(HttpRequest.delete(address(href)));
    }

    private URI address(String href) {
        return calls.home().resolve(href);
    }
}
