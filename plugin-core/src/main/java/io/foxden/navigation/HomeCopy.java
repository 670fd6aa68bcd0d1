package io.foxden.navigation;

import io.foxden.foxy.Foxy;
import io.foxden.foxy.Reply;
import io.foxden.foxy.Reply.Done;
import io.foxden.http.HttpRequest;
import io.foxden.secret.Secret;
import org.jspecify.annotations.Nullable;

/**
 * The API home as the bearer of a token saw it last: asked about each time, but sent again and read only where it has
 * changed. Of one token at a time, and shown to no other. Safe for many threads.
 */
final class HomeCopy {
    private volatile @Nullable OfBearer kept;

    Reply ask(Foxy foxy, Secret token) {
        HttpRequest request = HttpRequest.get(foxy.apiUrl()).withBearer(token);
        OfBearer copy = kept;
        Reply reply = copy != null && copy.foxy == foxy && copy.token.equals(token)
                ? foxy.sendUnlessHeld(request, copy.home)
                : foxy.send(request);
        if (reply instanceof Done home) {
            kept = new OfBearer(foxy, token, home);
        }
        return reply;
    }

    private record OfBearer(Foxy foxy, Secret token, Done home) {}
}
