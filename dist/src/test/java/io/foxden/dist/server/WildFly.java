package io.foxden.dist.server;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** WildFly's standalone server; the distribution stays untouched, a base folder has its own copy of the configuration. */
record WildFly(String name, Path home) implements Container {
    private static final Pattern LISTENING =
            Pattern.compile("Undertow HTTP listener default listening on 127\\.0\\.0\\.1:(\\d+)");
    private static final Pattern READY = Pattern.compile("WFLYSRV0025: ");
    private static final Pattern REDEPLOYED = Pattern.compile("WFLYSRV0016: Replaced deployment");

    @Override
    public void layOut(Path base) throws IOException {
        Folders.copy(home.resolve("standalone"), base);
    }

    @Override
    public Path deployments(Path base) {
        return base.resolve("deployments");
    }

    @Override
    public int heapMegabytes() {
        return 512;
    }

    @Override
    public ProcessBuilder process(Path base, int port, List<String> jvmOptions) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                "sh",
                home.resolve("bin/standalone.sh").toString(),
                "-Djboss.server.base.dir=" + base,
                "-Djboss.bind.address=127.0.0.1",
                "-Djboss.http.port=" + Ports.orFree(port),
                "-Djboss.https.port=0",
                "-Djboss.management.http.port=0",
                "-Djboss.management.https.port=0");
        builder.environment()
                .putAll(Map.of(
                        "JAVA_HOME",
                        System.getProperty("java.home"),
                        "LAUNCH_JBOSS_IN_BACKGROUND",
                        "true",
                        "JAVA_OPTS",
                        "-Djava.net.preferIPv4Stack=true -Djboss.modules.system.pkgs=org.jboss.byteman "
                                + String.join(" ", jvmOptions)));
        return builder;
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
}
