package io.foxden.dist.matrix;

import io.foxden.testkit.browser.Page;
import java.util.ArrayList;
import java.util.List;

/**
 * A host's first page without Foxden, as it was twice: before Foxden came, and after it went. A line that was different then
 * changes by itself (a session's number, a time), and is not compared.
 */
record FirstPages(Page before, Page after) {
    private static final List<String> HEADERS = List.of("Content-Type", "X-Host", "Content-Security-Policy", "Vary");

    /** How a page with Foxden in the host differs; empty where it does not. */
    List<String> differences(Page with) {
        List<String> found = new ArrayList<>();
        differ(found, "status", before.status(), with.status());
        differ(found, "path", before.uri().getPath(), with.uri().getPath());
        for (String header : HEADERS) {
            differ(found, header, before.headers(header), with.headers(header));
        }
        differ(
                found,
                "cookies",
                before.headers("Set-Cookie").size(),
                with.headers("Set-Cookie").size());
        List<String> first = lines(before);
        List<String> last = lines(after);
        List<String> now = lines(with);
        differ(found, "number of lines", first.size(), now.size());
        for (int i = 0; i < Math.min(first.size(), now.size()); i++) {
            if (i < last.size() && first.get(i).equals(last.get(i))) {
                differ(found, "line " + (i + 1), first.get(i), now.get(i));
            }
        }
        return found;
    }

    private static List<String> lines(Page page) {
        return page.body().lines().toList();
    }

    private static void differ(List<String> found, String what, Object without, Object with) {
        if (!without.equals(with)) {
            found.add(what + " was " + without + ", is " + with);
        }
    }
}
