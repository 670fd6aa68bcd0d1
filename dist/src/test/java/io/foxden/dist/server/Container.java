package io.foxden.dist.server;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A kind of servlet container: how its distribution is set up in a base folder, started, and how its log is read. */
public interface Container {
    /** Every container that the downloads are tried in. */
    static List<Container> all() {
        return List.of(Tomcat.tomcat10(), Tomcat.tomcat11(), Jetty.jetty12());
    }

    /** One that speaks javax.servlet, in which Foxden cannot run. */
    static Container javax() {
        return Tomcat.tomcat9();
    }

    /** A server inside an application that is no archive. */
    static Container springBoot(List<Path> classPath, String mainClass) {
        return new FlatSpringBoot(classPath, mainClass);
    }

    static Container tomcat(String name, Path home) {
        return new Tomcat(name, home);
    }

    /** @param environment {@code ee10} or {@code ee11} */
    static Container jetty(String name, Path home, String environment) {
        String modules = String.join("," + environment + "-", "http", "deploy", "annotations", "jsp");
        return new Jetty(name, home, modules);
    }

    /** The same Tomcat, where it does not unpack what it deploys. */
    static Container packed(Container tomcat) {
        return ((Tomcat) tomcat).packed();
    }

    static Container wildFly(String name, Path home) {
        return new WildFly(name, home);
    }

    static Container openLiberty(String name, Path home) {
        return new OpenLiberty(name, home);
    }

    static Container payaraMicro(String name, Path jar) {
        return new PayaraMicro(name, jar);
    }

    /** @param java the folder of the Java that runs it */
    static Container glassFish(String name, Path home, Path java) {
        return new GlassFish(name, home, java);
    }

    /** A server inside the application that it serves: the archive is started itself. */
    static Container springBoot(String name) {
        return new SpringBoot(name);
    }

    /** A Jetty that also looks for annotations in what it deploys. */
    static Container scanning() {
        return Jetty.withAnnotations();
    }

    /** Lays out an empty base folder. */
    void layOut(Path base) throws IOException;

    /** The folder in which this container looks for archives. */
    default Path deployments(Path base) {
        return base.resolve("webapps");
    }

    /** Where it keeps copies of archives also when they are gone; empty where it keeps none. */
    default Optional<Path> copies(Path base) {
        return Optional.empty();
    }

    /** What its applications and itself need of memory. */
    default int heapMegabytes() {
        return 256;
    }

    /**
     * What to run in the base folder.
     *
     * @param port on 127.0.0.1; 0 for one chosen by the system
     * @param jvmOptions such as {@code -Dname=value}
     */
    ProcessBuilder process(Path base, int port, List<String> jvmOptions) throws IOException;

    /** Matches the log once the connector is open; group 1 is the port. */
    Pattern listening();

    /** Matches the log once everything is deployed. */
    Pattern ready();

    /** The same where no archive has changed since the last start. */
    default Pattern readyAgain() {
        return ready();
    }

    /**
     * Matches the log once more after each time that a changed archive was deployed anew; empty where a container does
     * that only when it is started.
     */
    default Optional<Pattern> redeployed() {
        return Optional.empty();
    }
}
