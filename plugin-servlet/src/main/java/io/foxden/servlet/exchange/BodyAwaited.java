package io.foxden.servlet.exchange;

import java.io.IOException;

/** The body is not all here yet. Nothing was done so far; once it came, the request is answered from the start. */
public final class BodyAwaited extends IOException {
    private static final long serialVersionUID = 1L;

    BodyAwaited() {}
}
