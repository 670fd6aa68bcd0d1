package io.foxden.navigation;

import io.foxden.api.Api;
import io.foxden.api.Resource;
import io.foxden.authorization.Pause;
import io.foxden.foxy.BearerSource;
import io.foxden.foxy.Foxy;
import io.foxden.http.HttpRequest;
import java.net.URI;
import java.util.function.Function;
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
        return calls.walk().home();
    }

    @Override
    public Resource follow(String... rels) {
        ApiWalk walk = calls.walk();
        return walk.follow(walk.home(), rels);
    }

    @Override
    public Resource get(String href) {
        ApiWalk walk = calls.walk();
        return walk.get(walk.address(href));
    }

    @Override
    public Resource post(String href, Object body) {
        return change(href, address -> HttpRequest.post(address).withJson(Calls.json(body)));
    }

    @Override
    public Resource put(String href, Object body) {
        return change(href, address -> HttpRequest.put(address).withJson(Calls.json(body)));
    }

    @Override
    public Resource patch(String href, Object body) {
        return change(href, address -> HttpRequest.patch(address).withJson(Calls.json(body)));
    }

    @Override
    public Resource delete(String href) {
        return change(href, HttpRequest::delete);
    }

    private Resource change(String href, Function<URI, HttpRequest> request) {
        ApiWalk walk = calls.walk();
        return walk.change(request.apply(walk.address(href)));
    }
}
