package io.foxden.dist.matrix;

import io.foxden.dist.server.Container;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Every host of the matrix, with where it comes from. */
final class Catalogue {
    private static final String IN_WAR = "WEB-INF/lib";
    private static final String IN_BOOT = "BOOT-INF/lib";
    private static final String BOOT4 = "4.1.2";
    private static final String TOMCAT9 = "9.0.100";
    private static final String TOMCAT10 = "10.1.59";
    private static final String TOMCAT11 = "11.0.24";
    private static final String JETTY = "12.1.12";
    private static final String JSPWIKI = "2.11.2";
    private static final String HAWTIO = "4.2.0";

    /** The version of Java that runs this, and most hosts. */
    private static final int JAVA = Runtime.version().feature();

    private static final Path RUNNING = Path.of(System.getProperty("java.home"));

    private final Downloads downloads;
    private final Path made;
    private final Path boot;

    /**
     * @param made a folder for the archives made here
     * @param boot the project of the Spring Boot application
     */
    Catalogue(Downloads downloads, Path made, Path boot) {
        this.downloads = downloads;
        this.made = made;
        this.boot = boot;
    }

    List<Host> hosts() {
        List<Host> hosts = new ArrayList<>();
        hosts.add(own("Tomcat 10.1", TOMCAT10, this::tomcat10));
        hosts.add(own("Tomcat 11", TOMCAT11, this::tomcat11));
        hosts.add(own("Jetty 12 ee10", JETTY, () -> jetty("ee10")));
        hosts.add(own("Jetty 12 ee11", JETTY, () -> jetty("ee11")));
        hosts.add(own("WildFly", "39.0.1.Final", () -> wildFly("org.wildfly:wildfly-dist:39.0.1.Final:zip")));
        hosts.add(own("WildFly Preview", "38.0.1.Final", this::wildFlyPreview));
        hosts.add(own("Open Liberty", "26.0.0.3", this::openLiberty));
        hosts.add(own("Payara Micro", "6.2025.10", this::payaraMicro));
        hosts.add(own("TomEE 9", "9.0.0", this::tomEe));
        hosts.add(own("GlassFish 7", "7.0.21", this::glassFish7));
        hosts.add(glassFish8());
        for (String server : List.of("tomcat", "jetty", "undertow")) {
            hosts.add(springBoot("Spring Boot 3 " + server, "3.5.16", server));
        }
        hosts.add(springBoot("Spring Boot 4 tomcat", BOOT4, "tomcat"));
        hosts.add(springBoot("Spring Boot 4 jetty", BOOT4, "jetty"));
        addSpringSecurity(hosts);
        addOld(hosts);
        addJspWiki(hosts);
        addHawtio(hosts);
        for (String name : List.of("ROOT", "examples", "manager", "host-manager", "docs")) {
            hosts.add(ofTomcat(name));
        }
        return List.copyOf(hosts);
    }

    private void addSpringSecurity(List<Host> hosts) {
        for (String version : List.of("3.5.16", BOOT4)) {
            String name = "Spring Boot " + version.charAt(0) + " with Spring Security";
            Host.Source<Path> application = () -> boot(version, "tomcat", "-Dsecurity");
            hosts.add(new Host(name, version, JAVA, "", "/", () -> Container.springBoot(name), application, IN_BOOT));
        }
        hosts.add(denyAll("Tomcat 10.1", TOMCAT10, this::tomcat10));
        hosts.add(denyAll("Tomcat 10.1, packed", TOMCAT10, this::packedTomcat10));
        hosts.add(denyAll("Jetty 12 ee10", JETTY, () -> jetty("ee10")));
        hosts.add(own("Tomcat 10.1, packed", TOMCAT10, this::packedTomcat10));
    }

    private Host denyAll(String server, String version, Host.Source<Container> source) {
        String name = "Spring MVC that denies all on " + server;
        Host.Source<Path> application = () -> named(
                downloads
                        .built(
                                boot.resolveSibling("mvc"),
                                "mvc-3.5.16",
                                List.of("-Dhosts="
                                        + boot.resolveSibling("hosts/mvc").toAbsolutePath()))
                        .resolve("mvc.war"),
                "mvc.war");
        return new Host(name, "6.2.19 / " + version, JAVA, "/mvc", "/", source, application, IN_WAR);
    }

    /** Servers from before the move to jakarta. */
    private void addOld(List<Host> hosts) {
        Host.Source<Path> page = () -> Archive.ofPage(made.resolve("page.war"));
        hosts.add(new Host("Tomcat 9", TOMCAT9, JAVA, "/page", "/", this::tomcat9, page, IN_WAR).old());
        Host.Source<Path> application = () -> boot("2.7.18", "tomcat", "-Dsources=src/javax/java", "-Djava.release=11");
        String name = "Spring Boot 2";
        hosts.add(
                new Host(name, "2.7.18", JAVA, "", "/", () -> Container.springBoot(name), application, IN_BOOT).old());
    }

    private Path boot(String version, String server, String... options) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of("-Dboot.version=" + version, "-Dserver=" + server));
        all.addAll(List.of(options));
        String name =
                "boot-" + version + "-" + server + String.join("", options).replaceAll("[^\\w.-]", "-");
        return downloads.built(boot, name, all).resolve("host.jar");
    }

    private void addJspWiki(List<Host> hosts) {
        hosts.add(jspWiki("Tomcat 10.1", TOMCAT10, this::tomcat10));
        hosts.add(jspWiki("Tomcat 11", TOMCAT11, this::tomcat11));
        hosts.add(jspWiki("Jetty 12 ee10", JETTY, () -> jetty("ee10")));
    }

    private void addHawtio(List<Host> hosts) {
        hosts.add(hawtio("Tomcat 10.1", TOMCAT10, this::tomcat10));
        hosts.add(hawtio("Tomcat 11", TOMCAT11, this::tomcat11));
        hosts.add(hawtio("Jetty 12 ee10", JETTY, () -> jetty("ee10")));
    }

    private Host own(String name, String version, Host.Source<Container> server) {
        return own(name, version, JAVA, server);
    }

    private Host own(String name, String version, int java, Host.Source<Container> server) {
        Host.Source<Path> application = () -> Archive.ofHost(made.resolve("host.war"));
        return new Host(name, version, java, "/host", "/first-page", server, application, IN_WAR);
    }

    private Host jspWiki(String server, String version, Host.Source<Container> source) {
        String name = "JSPWiki on " + server;
        return new Host(name, JSPWIKI + " / " + version, JAVA, "/JSPWiki", "/", source, this::jspWiki, IN_WAR);
    }

    private Host hawtio(String server, String version, Host.Source<Container> source) {
        String name = "hawtio on " + server;
        return new Host(name, HAWTIO + " / " + version, JAVA, "/hawtio", "/", source, this::hawtio, IN_WAR);
    }

    /** One of the five that come with Tomcat. */
    private Host ofTomcat(String name) {
        Host.Source<Path> application =
                () -> Archive.ofFolder(tomcat(TOMCAT10).resolve("webapps").resolve(name), made.resolve(name + ".war"));
        String context = name.equals("ROOT") ? "" : "/" + name;
        return new Host("Tomcat's " + name, TOMCAT10, JAVA, context, "/", this::tomcat10, application, IN_WAR);
    }

    private Host springBoot(String name, String version, String server) {
        Host.Source<Path> application = () -> boot(version, server);
        return new Host(name, version, JAVA, "", "/", () -> Container.springBoot(name), application, IN_BOOT);
    }

    /** Moved to the jakarta names as Tomcat's own tool does it. */
    private Path jspWiki() throws IOException, InterruptedException {
        Path jakarta = made.resolve("JSPWiki.war");
        if (!Files.exists(jakarta)) {
            Path tool = downloads.file("org.apache.tomcat:jakartaee-migration:1.0.9:jar:shaded");
            Path javax = downloads.file("org.apache.jspwiki:jspwiki-war:" + JSPWIKI + ":war");
            Path half = made.resolve("half-converted.war");
            String java = RUNNING.resolve("bin/java").toString();
            Program.run(made, List.of(java, "-jar", tool.toString(), javax.toString(), half.toString()));
            Files.move(half, jakarta);
        }
        return jakarta;
    }

    private Path hawtio() throws IOException, InterruptedException {
        return named(downloads.file("io.hawt:hawtio-war:" + HAWTIO + ":war"), "hawtio.war");
    }

    /** A copy with the name by which a server takes its context path. */
    private Path named(Path archive, String name) throws IOException {
        Path named = made.resolve(name);
        Files.deleteIfExists(named);
        return Files.copy(archive, named);
    }

    private Path tomcat(String version) throws IOException, InterruptedException {
        return downloads.unpacked("org.apache.tomcat:tomcat:" + version + ":tar.gz");
    }

    private Container tomcat10() throws IOException, InterruptedException {
        return Container.tomcat("Tomcat 10.1", tomcat(TOMCAT10));
    }

    private Container packedTomcat10() throws IOException, InterruptedException {
        return Container.packed(tomcat10());
    }

    private Container tomcat9() throws IOException, InterruptedException {
        return Container.tomcat("Tomcat 9", tomcat(TOMCAT9));
    }

    private Container tomcat11() throws IOException, InterruptedException {
        return Container.tomcat("Tomcat 11", tomcat(TOMCAT11));
    }

    private Container jetty(String environment) throws IOException, InterruptedException {
        Path home = downloads.unpacked("org.eclipse.jetty:jetty-home:" + JETTY + ":zip");
        return Container.jetty("Jetty 12 " + environment, home, environment);
    }

    private Container wildFlyPreview() throws IOException, InterruptedException {
        return wildFly("org.wildfly:wildfly-preview-dist:38.0.1.Final:zip");
    }

    private Container wildFly(String coordinate) throws IOException, InterruptedException {
        return Container.wildFly("WildFly", downloads.unpacked(coordinate));
    }

    private Container openLiberty() throws IOException, InterruptedException {
        Path home = downloads.unpacked("io.openliberty:openliberty-runtime:26.0.0.3:zip");
        return Container.openLiberty("Open Liberty", home);
    }

    private Container payaraMicro() throws IOException, InterruptedException {
        Path jar = downloads.file("fish.payara.extras:payara-micro:6.2025.10:jar");
        return Container.payaraMicro("Payara Micro", jar);
    }

    private Container tomEe() throws IOException, InterruptedException {
        return Container.tomcat("TomEE 9", downloads.unpacked("org.apache.tomee:apache-tomee:9.0.0:zip:webprofile"));
    }

    private Container glassFish7() throws IOException, InterruptedException {
        if (JAVA >= 25) {
            throw new Host.Unavailable("does not start with Java " + JAVA + ", without Foxden either");
        }
        return glassFish("7.0.21", RUNNING);
    }

    private Host glassFish8() {
        int java = Math.max(JAVA, 25);
        return own("GlassFish 8", "8.0.0", java, () -> glassFish("8.0.0", jdk(java)));
    }

    private Container glassFish(String version, Path jdk) throws IOException, InterruptedException {
        String coordinate = "org.glassfish.main.distributions:glassfish:" + version + ":zip";
        return Container.glassFish("GlassFish " + version, downloads.unpacked(coordinate), jdk);
    }

    /** A Java of a version: the one that runs this, {@code $JAVA25_HOME} and the like, or one of Debian's. */
    private static Path jdk(int version) throws IOException {
        if (JAVA == version) {
            return RUNNING;
        }
        String named = System.getenv("JAVA" + version + "_HOME");
        if (named != null) {
            return Path.of(named);
        }
        Path folder = Path.of("/usr/lib/jvm");
        if (Files.isDirectory(folder)) {
            try (Stream<Path> all = Files.list(folder)) {
                for (Path java : all.sorted().toList()) {
                    if (isVersion(java.resolve("release"), version)) {
                        return java;
                    }
                }
            }
        }
        throw new Host.Unavailable("needs JDK " + version + ": set JAVA" + version + "_HOME");
    }

    private static boolean isVersion(Path release, int version) throws IOException {
        return Files.isRegularFile(release) && Files.readString(release).contains("JAVA_VERSION=\"" + version);
    }
}
