package io.foxden.api;

import io.foxden.hal.HalDocument;
import java.util.Optional;

/** A resource as it was read. */
public final class Resource {
    private final HalDocument document;

    Resource(HalDocument document) {
        this.document = document;
    }

    /** A property's text; empty where there is none. */
    public Optional<String> text(String name) {
        return document.text(name);
    }
}
