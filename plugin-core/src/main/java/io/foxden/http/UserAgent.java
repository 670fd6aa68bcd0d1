package io.foxden.http;

import io.foxden.Version;

/** Who asks: {@code Foxden/<version>}. */
final class UserAgent {
    static final String TEXT = "Foxden/" + Version.TEXT;

    private UserAgent() {}
}
