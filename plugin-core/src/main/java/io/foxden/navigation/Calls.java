package io.foxden.navigation;

import io.foxden.authorization.Pause;
import io.foxden.foxy.BearerSource;
import io.foxden.foxy.Foxy;
import io.foxden.hal.HalDocument;
import io.foxden.hal.Json;
import io.foxden.hal.MalformedDocumentException;
import io.foxden.http.HttpRequest;
import java.net.URI;
import java.util.function.Supplier;

/** What every resource needs to lead on: whom to ask just now, and by which token. Safe for many threads. */
final class Calls {
    private final Supplier<Foxy> foxy;
    private final BearerSource bearer;
    private final Pause pause;
    private final HomeCopy home = new HomeCopy();

    Calls(Supplier<Foxy> foxy, BearerSource bearer, Pause pause) {
        this.foxy = foxy;
        this.bearer = bearer;
        this.pause = pause;
    }

    /** From here, one step or several; which Foxy to ask is found out once for all of them. */
    ApiWalk walk() {
        return new ApiWalk(this, foxy.get(), bearer, pause, home);
    }

    FoxyResource get(URI uri) {
        return walk().get(uri);
    }

    FoxyResource change(HttpRequest request) {
        return walk().change(request);
    }

    /**
     * The JSON of a request's body: text is taken to be JSON already, anything else is written by Jackson.
     *
     * @throws IllegalArgumentException if the text is not a JSON object, or Jackson cannot write the value
     */
    static String json(Object body) {
        if (body instanceof HalDocument document) {
            return document.json();
        }
        if (!(body instanceof String text)) {
            return Json.encode(body);
        }
        try {
            Json.read(text);
            return text;
        } catch (MalformedDocumentException e) {
            throw new IllegalArgumentException("The body is " + e.getMessage(), e);
        }
    }
}
