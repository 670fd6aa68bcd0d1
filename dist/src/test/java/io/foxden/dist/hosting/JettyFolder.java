package io.foxden.dist.hosting;

import static org.awaitility.Awaitility.await;

import io.foxden.dist.server.ServerProcess;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Jetty's folder of applications, which it looks through each second. Each archive gets a page with a number of its own, so
 * that one can see which is served.
 */
final class JettyFolder implements Deployer {
    private static final Duration LONGEST = Duration.ofMinutes(4);
    private static final String NUMBER = "deployment.txt";
    private static final int NOT_FOUND = 404;

    private final ServerProcess server;
    private final AtomicInteger deployments = new AtomicInteger();

    JettyFolder(ServerProcess server) {
        this.server = server;
    }

    @Override
    public void deploy(String name, String contextPath, WebArchive archive) throws IOException {
        String number = name + " " + deployments.incrementAndGet();
        Path ready =
                Files.createDirectories(server.base().resolveSibling("outbox")).resolve(name + ".war");
        archive.file(NUMBER, number).writeTo(ready);
        if (!contextPath.equals("/" + name)) {
            // ISO-8859-1 with escapes, as files of properties are.
            Files.writeString(webapp(name, ".properties"), "jetty.deploy.contextPath=" + escaped(contextPath) + "\n");
        }
        Files.move(ready, webapp(name, ".war"), StandardCopyOption.ATOMIC_MOVE);
        await("deployment of " + number)
                .atMost(LONGEST)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> content(contextPath).equals("200 " + number));
    }

    @Override
    public void undeploy(String name, String contextPath) throws IOException {
        Files.deleteIfExists(webapp(name, ".properties"));
        Files.delete(webapp(name, ".war"));
        await("end of " + name)
                .atMost(LONGEST)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> content(contextPath).startsWith(NOT_FOUND + " "));
    }

    /** Jetty keeps no account of that. */
    @Override
    public List<String> leaks() {
        return List.of();
    }

    private String content(String contextPath) throws IOException {
        URI page = server.url(contextPath + "/" + NUMBER);
        HttpURLConnection connection = (HttpURLConnection) page.toURL().openConnection();
        try {
            int status = connection.getResponseCode();
            return status == HttpURLConnection.HTTP_OK
                    ? "200 " + new String(connection.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    : status + " ";
        } finally {
            connection.disconnect();
        }
    }

    private Path webapp(String name, String ending) {
        return server.base().resolve("webapps").resolve(name + ending);
    }

    private static String escaped(String contextPath) {
        StringBuilder text = new StringBuilder();
        for (char c : URI.create(contextPath).getPath().toCharArray()) {
            text.append(c < 0x80 ? String.valueOf(c) : "\\u%04x".formatted((int) c));
        }
        return text.toString();
    }
}
