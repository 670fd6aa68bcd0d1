package io.foxden.servlet;

import io.foxden.api.Api;
import io.foxden.api.Resource;
import java.util.function.Supplier;

/** The API by way of the installation that is open at the moment of each call, so that a host may hold on to it. */
record CurrentApi(Supplier<Api> open) implements Api {
    @Override
    public Resource home() {
        return open.get().home();
    }

    @Override
    public Resource follow(String... rels) {
        return open.get().follow(rels);
    }

    @Override
    public Resource get(String href) {
        return open.get().get(href);
    }

    @Override
    public Resource post(String href, Object body) {
        return open.get().post(href, body);
    }

    @Override
    public Resource put(String href, Object body) {
        return open.get().put(href, body);
    }

    @Override
    public Resource patch(String href, Object body) {
        return open.get().patch(href, body);
    }

    @Override
    public Resource delete(String href) {
        return open.get().delete(href);
    }
}
