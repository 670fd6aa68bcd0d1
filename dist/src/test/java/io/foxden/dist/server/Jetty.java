package io.foxden.dist.server;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * Jetty 12 from its home folder, with the ee10 deployer in a base folder of its own.
 *
 * @param modules what the base folder is made of
 */
record Jetty(String name, Path home, String modules) implements Container {
    private static final Pattern LISTENING =
            Pattern.compile("Started oejs\\.ServerConnector@.*\\{127\\.0\\.0\\.1:(\\d+)}");
    private static final Pattern READY = Pattern.compile("Started oejs\\.Server@");
    /** The new one is started before the old one is stopped. */
    private static final Pattern REDEPLOYED = Pattern.compile("Stopped oeje1\\dw\\.WebAppContext@");

    private static final long SETUP_SECONDS = 60;

    static Jetty jetty12() {
        return with("Jetty 12 ee10", "http,ee10-deploy");
    }

    /** Looks for annotations and initializers in what it deploys, which the plain deployer does not. */
    static Jetty withAnnotations() {
        return with("Jetty 12 ee10 with annotations", "http,ee10-deploy,ee10-annotations");
    }

    private static Jetty with(String name, String modules) {
        return new Jetty(name, Path.of(System.getProperty("dist.jetty")), modules);
    }

    @Override
    public void layOut(Path base) throws IOException {
        Process setup = new ProcessBuilder(Java.program(), "-jar", startJar(), "--add-modules=" + modules)
                .directory(base.toFile())
                .redirectErrorStream(true)
                .redirectOutput(base.resolve("add-modules.log").toFile())
                .start();
        try {
            if (!setup.waitFor(SETUP_SECONDS, TimeUnit.SECONDS) || setup.exitValue() != 0) {
                throw new IOException("Jetty's modules could not be added, see " + base.resolve("add-modules.log"));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while Jetty's modules were added", e);
        } finally {
            setup.destroyForcibly();
        }
    }

    @Override
    public ProcessBuilder process(Path base, int port, List<String> jvmOptions) {
        List<String> command = new ArrayList<>();
        command.add(Java.program());
        command.addAll(jvmOptions);
        command.addAll(List.of(
                "-jar",
                startJar(),
                "jetty.http.host=127.0.0.1",
                "jetty.http.port=" + port,
                "jetty.deploy.scanInterval=1"));
        return new ProcessBuilder(command);
    }

    @Override
    public Pattern listening() {
        return LISTENING;
    }

    @Override
    public Pattern ready() {
        return READY;
    }

    @Override
    public Optional<Pattern> redeployed() {
        return Optional.of(REDEPLOYED);
    }

    @Override
    public String toString() {
        return name;
    }

    private String startJar() {
        return home.resolve("start.jar").toString();
    }
}
