package io.foxden.dist.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Payara Micro from its one JAR, alone: no cluster, and on 127.0.0.1 only. */
record PayaraMicro(String name, Path jar) implements Container {
    private static final Pattern LISTENING = Pattern.compile("bound to \\[/127\\.0\\.0\\.1:(\\d+)]");
    private static final Pattern READY = Pattern.compile("Payara Micro .* ready in ");
    private static final String BEFORE_BOOT = """
            set configs.config.server-config.network-config.network-listeners.network-listener.http-listener.address=127.0.0.1
            set hazelcast-runtime-configuration.enabled=false
            set configs.config.server-config.hazelcast-config-specific-configuration.enabled=false
            """;

    @Override
    public void layOut(Path base) throws IOException {
        Files.createDirectories(deployments(base));
        Files.createDirectories(base.resolve("domain"));
        Files.writeString(base.resolve("before-boot.txt"), BEFORE_BOOT);
    }

    @Override
    public int heapMegabytes() {
        return 512;
    }

    @Override
    public ProcessBuilder process(Path base, int port, List<String> jvmOptions) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Java.program());
        command.addAll(jvmOptions);
        command.addAll(List.of(
                "-Dhazelcast.socket.bind.any=false",
                "-jar",
                jar.toString(),
                "--port",
                Integer.toString(Ports.orFree(port)),
                "--rootdir",
                base.resolve("domain").toString(),
                "--deploymentdir",
                deployments(base).toString(),
                "--prebootcommandfile",
                base.resolve("before-boot.txt").toString(),
                "--disablephonehome",
                "--nocluster",
                "--nohazelcast"));
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
    public String toString() {
        return name;
    }
}
