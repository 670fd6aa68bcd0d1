package io.foxden.dist.matrix;

import io.foxden.dist.server.Container;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A line of the matrix: an application in a server.
 *
 * @param name what a person chooses it by
 * @param version of the application, the server, or both
 * @param java the version of Java that runs it, such as 17
 * @param context the application's path: empty for the root, else beginning with a slash
 * @param firstPage below the context, beginning with a slash
 * @param server fetches and describes the server
 * @param application fetches the application's archive, without Foxden
 * @param tooOld whether it speaks javax.servlet, so that Foxden has to say why it does not run there, and to harm nothing
 * @param libraries the folder in the archive that Foxden's JAR is put into
 */
record Host(
        String name,
        String version,
        int java,
        String context,
        String firstPage,
        Source<Container> server,
        Source<Path> application,
        String libraries,
        boolean tooOld) {
    Host(
            String name,
            String version,
            int java,
            String context,
            String firstPage,
            Source<Container> server,
            Source<Path> application,
            String libraries) {
        this(name, version, java, context, firstPage, server, application, libraries, false);
    }

    /** The same, of before the move to jakarta. */
    Host old() {
        return new Host(name, version, java, context, firstPage, server, application, libraries, true);
    }

    /** Something to fetch, unpack or build first. */
    interface Source<T> {
        T get() throws IOException, InterruptedException;
    }

    /** This machine cannot run a host; the message says what it lacks. */
    static final class Unavailable extends IOException {
        private static final long serialVersionUID = 1;

        Unavailable(String lack) {
            super(lack);
        }
    }
}
