package io.foxden.api;

import io.foxden.foxy.BearerSource;
import io.foxden.foxy.Foxy;
import io.foxden.foxy.Reply;
import io.foxden.hal.HalDocument;
import io.foxden.http.HttpRequest;
import io.foxden.secret.Secret;
import java.net.URI;
import java.util.function.Supplier;

/** The Foxy API, from its home on, with a bearer token that is seen to. Safe for many threads. */
public final class Api {
    private final Supplier<Foxy> foxy;
    private final BearerSource bearer;

    public Api(Supplier<Foxy> foxy, BearerSource bearer) {
        this.foxy = foxy;
        this.bearer = bearer;
    }

    /** Follows links from the home on, one after the other. */
    public Resource follow(String... rels) {
        URI at = foxy.get().apiUrl();
        HalDocument document = get(at);
        for (String rel : rels) {
            at = Foxy.resolve(document, at, rel);
            document = get(at);
        }
        return new Resource(document);
    }

    private HalDocument get(URI uri) {
        Secret token = bearer.current();
        Reply reply = foxy.get().send(HttpRequest.get(uri).withBearer(token));
        if (reply instanceof Reply.Refused refused && refused.invalidToken()) {
            Secret renewed = bearer.renewed(token);
            reply = foxy.get().send(HttpRequest.get(uri).withBearer(renewed));
        }
        return reply.orThrow().document();
    }
}
