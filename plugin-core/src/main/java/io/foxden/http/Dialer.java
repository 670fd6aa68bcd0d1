package io.foxden.http;

import java.io.IOException;

/** Opens lines. */
interface Dialer {
    /**
     * A new line, ready for a request.
     *
     * @param passage can be given up at any point of it
     */
    Line dial(Peer peer, Passage passage) throws IOException;

    /** Gets ready what can be without a server. */
    default void prepare() {}
}
