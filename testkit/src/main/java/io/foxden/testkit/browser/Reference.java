package io.foxden.testkit.browser;

import java.net.URI;

/** Resolves a reference against a page's address (RFC 3986 section 5). */
final class Reference {
    private Reference() {}

    /** {@link URI#resolve} gets a reference that is empty or only a query wrong: it follows the older RFC 2396. */
    static URI resolve(URI page, String reference) {
        String asked = reference.strip();
        if (asked.isEmpty()) {
            return page;
        }
        return asked.startsWith("?")
                ? URI.create(page.toString().replaceFirst("[?#].*$", "") + asked)
                : page.resolve(asked);
    }
}
