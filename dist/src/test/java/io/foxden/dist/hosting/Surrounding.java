package io.foxden.dist.hosting;

import io.foxden.dist.hosting.application.LibrariesServlet;
import io.foxden.dist.hosting.application.StoreServlet;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/**
 * A host application that may make Foxden's life hard, before the JAR came and with it.
 *
 * @param name of the archive
 * @param contextPath as in a URL
 * @param before the host's own archive
 * @param after the same with Foxden's JAR, and with what the host's developer adds where the JAR alone is not enough
 * @param callsFoxy whether its own code does, for its page {@code /store}
 */
record Surrounding(String name, String contextPath, WebArchive before, WebArchive after, boolean callsFoxy) {
    /** What is common to all: a first page, and code that calls Foxy. */
    private static final WebArchive PAGES = WebArchive.empty()
            .file("index.html", "<!doctype html>\n<title>Host</title>\n<p>A host's own first page: äöü.\n")
            .classes(StoreServlet.class, LibrariesServlet.class);

    private static final WebXml XML = WebXml.empty().servlet(StoreServlet.class, "/store");

    static Surrounding ordinary(String name) {
        return of(name, archive -> archive, xml -> xml);
    }

    /** @param change to the host, before and after alike */
    static Surrounding of(String name, UnaryOperator<WebArchive> files, UnaryOperator<WebXml> change) {
        return of(name, files, change, xml -> xml);
    }

    /** @param help to {@code web.xml} by the host's developer, with the JAR only */
    static Surrounding of(
            String name, UnaryOperator<WebArchive> files, UnaryOperator<WebXml> change, UnaryOperator<WebXml> help) {
        WebXml xml = change.apply(XML);
        WebArchive host = files.apply(PAGES);
        return new Surrounding(
                name,
                "/" + name,
                host.file("WEB-INF/web.xml", xml.toString()),
                host.file("WEB-INF/web.xml", help.apply(xml).toString()).withPlugin(),
                true);
    }

    /** An application that others wrote, unmodified but for the JAR. */
    static Surrounding foreign(String name, Path war) {
        WebArchive original = WebArchive.of(war);
        return new Surrounding(name, "/" + name, original, original.withPlugin(), false);
    }

    /** The same at another place. */
    Surrounding at(String path) {
        return new Surrounding(name, path, before, after, callsFoxy);
    }

    @Override
    public String toString() {
        return name;
    }
}
