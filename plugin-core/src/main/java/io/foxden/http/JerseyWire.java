package io.foxden.http;

import io.foxden.config.HttpSettings;

/** Signatures only, until the wire lands. */
@SuppressWarnings({"DoNotCallSuggester", "UnusedVariable"})
public final class JerseyWire implements Wire {
    public JerseyWire(HttpSettings settings) {}

    @Override
    public HttpAnswer send(HttpRequest request) throws WireException {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
}
