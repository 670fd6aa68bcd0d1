package io.foxden.dist.journey;

import io.foxden.dist.secret.SecretSearch;
import io.foxden.dist.server.Container;
import io.foxden.dist.server.ServerProcess;
import io.foxden.testkit.Sandbox;
import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** A server with {@code foxden.war} in its {@code webapps}, whose settings lead to a sandbox. */
final class Shop implements AutoCloseable {
    /** What the administrator made up and wrote into a file that only the settings name. */
    static final String ADMIN_TOKEN = "b0tCZ9hPq2rW7xKf5sLm-journey";

    private static final Path WAR = Path.of(System.getProperty("dist.target"), "foxden.war");
    private static final Path CLI = Path.of(System.getProperty("dist.target"), "foxden-cli.jar");

    private final ServerProcess server;
    private final Transcript transcript = new Transcript();

    private Shop(ServerProcess server) {
        this.server = server;
    }

    /** Sets up a server in an empty folder, not started yet. */
    static Shop in(Path folder, Container container, Sandbox foxy) throws IOException {
        return in(folder, container, foxy.apiUrl(), foxy.authorizeUrl());
    }

    static Shop in(Path folder, Container container, URI apiUrl, URI authorizeUrl) throws IOException {
        Path token = Files.writeString(folder.resolve("admin-token"), ADMIN_TOKEN + "\n");
        Shop shop =
                new Shop(ServerProcess.in(folder.resolve("server"), container).deploy(WAR));
        Properties settings = new Properties();
        settings.setProperty("foxden.api-url", apiUrl.toString());
        settings.setProperty("foxden.authorize-url", authorizeUrl.toString());
        settings.setProperty("foxden.admin.token-file", token.toString());
        settings.setProperty("foxden.project-name", "Journey");
        settings.setProperty("foxden.company-name", "Example Company");
        settings.setProperty("foxden.contact-name", "Erin Example");
        settings.setProperty("foxden.contact-email", "erin@example.com");
        settings.setProperty("foxden.contact-phone", "+1 555 0100");
        Files.createDirectories(shop.home());
        Files.setPosixFilePermissions(shop.home(), PosixFilePermissions.fromString("rwx------"));
        try (Writer writer = Files.newBufferedWriter(shop.home().resolve("foxden.properties"))) {
            settings.store(writer, null);
        }
        return shop;
    }

    ServerProcess server() {
        return server;
    }

    /** Where the WAR keeps its state without being told: below the server's base folder. */
    Path home() {
        return server.base().resolve("foxden").resolve("foxden");
    }

    URI page(String path) {
        return server.url("/foxden" + path);
    }

    String setupCode() throws IOException {
        return Files.readString(home().resolve("setup-code")).strip();
    }

    /** Everything that was fetched from this server or printed by its command line. */
    Transcript transcript() {
        return transcript;
    }

    Person person() {
        return new Person(transcript);
    }

    Script script() {
        return new Script(page("/api/v1/"), ADMIN_TOKEN, transcript);
    }

    CommandLine commandLine() {
        return new CommandLine(CLI, home(), transcript);
    }

    /** Where there is a secret in clear: in any file of the server and the home, or in anything that was said. */
    List<String> secretsFound(SecretSearch search) throws IOException {
        List<String> found = new ArrayList<>(search.in(server.base()));
        for (Transcript.Said said : transcript.all()) {
            found.addAll(search.in(said.source(), said.text()));
        }
        return found;
    }

    @Override
    public void close() throws InterruptedException {
        server.close();
    }
}
