package io.foxden.dist.server;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** A kind of servlet container: how its distribution is set up in a base folder, started, and how its log is read. */
public interface Container {
    /** Every container that the downloads are tried in. */
    static List<Container> all() {
        return List.of(Tomcat.tomcat10(), Tomcat.tomcat11(), Jetty.jetty12());
    }

    /** A Jetty that also looks for annotations in what it deploys. */
    static Container scanning() {
        return Jetty.withAnnotations();
    }

    /** Lays out an empty base folder, with a {@code webapps} folder that is scanned once. */
    void layOut(Path base) throws IOException;

    /**
     * What to run in the base folder.
     *
     * @param port on 127.0.0.1; 0 for one chosen by the system
     * @param jvmOptions such as {@code -Dname=value}
     */
    ProcessBuilder process(Path base, int port, List<String> jvmOptions);

    /** Matches the log once the connector is open; group 1 is the port. */
    Pattern listening();

    /** Matches the log once everything is deployed. */
    Pattern ready();
}
