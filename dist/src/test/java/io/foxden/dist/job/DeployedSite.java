package io.foxden.dist.job;

import io.foxden.dist.server.Container;
import io.foxden.dist.server.ServerProcess;
import io.foxden.testkit.Browser;
import io.foxden.testkit.Sandbox;
import io.foxden.testkit.browser.Form;
import io.foxden.testkit.browser.Page;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A server with {@code foxden.war} in it, and everything that it was seen to say. For one thread. */
final class DeployedSite implements AutoCloseable {
    static final String ADMIN_TOKEN = "the-admin-token-of-this-test-47110815";
    static final String DETAILS = """
            {"company_name": "Acme", "contact_name": "Ada", "contact_email": "ada@example.com", "contact_phone": "+1 555 0100"}
            """;

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final ServerProcess server;
    private final String[] properties;
    private final Browser browser = new Browser();
    private final List<String> seen = new ArrayList<>();

    private DeployedSite(ServerProcess server, String... properties) {
        this.server = server;
        this.properties = properties;
    }

    /** A fresh server with the WAR copied into its deploy folder, started, talking to this Foxy. */
    static DeployedSite start(Container container, Path folder, Sandbox foxy) throws IOException {
        return start(container, folder, foxy.apiUrl(), foxy.authorizeUrl());
    }

    static DeployedSite start(Container container, Path folder, URI apiUrl, URI authorizeUrl) throws IOException {
        ServerProcess server = ServerProcess.in(folder, container);
        leaveOutQueries(server.base());
        server.deploy(Path.of(System.getProperty("dist.target"), "foxden.war"));
        DeployedSite site = new DeployedSite(
                server,
                "foxden.api-url=" + apiUrl,
                "foxden.authorize-url=" + authorizeUrl,
                "foxden.admin.token=" + ADMIN_TOKEN);
        site.start();
        return site;
    }

    /**
     * Tomcat's access log writes the query of each request, and so the authorization code, which is spent by then. That
     * file is the container's: here it is told to leave queries out, as the changelog tells operators.
     */
    private static void leaveOutQueries(Path base) throws IOException {
        Path serverXml = base.resolve("conf/server.xml");
        if (Files.exists(serverXml)) {
            Files.writeString(serverXml, Files.readString(serverXml).replace("&quot;%r&quot;", "%m %U"));
        }
    }

    void start() throws IOException {
        server.start(properties);
    }

    void stop() throws InterruptedException {
        server.stop();
    }

    void kill() throws InterruptedException {
        server.kill();
    }

    ServerProcess server() {
        return server;
    }

    Path home() {
        return server.base().resolve("foxden/foxden");
    }

    URI url(String path) {
        return server.url("/foxden" + path);
    }

    String setupCode() throws IOException {
        return Files.readString(home().resolve("setup-code")).strip();
    }

    Page open(String path) {
        return remember(browser.open(url(path)));
    }

    /** Sends the form, and goes on to the page that is shown in the end. */
    Page submit(Form form) {
        return remember(browser.followAll(browser.submit(form)));
    }

    Page openAll(URI address) {
        return remember(browser.followAll(browser.open(address)));
    }

    /** The session cookie's value. */
    String session() {
        return browser.cookies().stream()
                .filter(cookie -> cookie.getName().equals("foxden_session"))
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    /** A request of a script with the admin token. */
    HttpResponse<String> script(String method, String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(url("/api/v1" + path))
                .header("Authorization", "Bearer " + ADMIN_TOKEN)
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = HTTP.send(request, BodyHandlers.ofString());
        seen.add(answer.body());
        return answer;
    }

    /** The command line, told where the server is and nothing else. */
    CommandRun command(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-jar",
                Path.of(System.getProperty("dist.target"), "foxden-cli.jar").toString(),
                "--server",
                server.base().toString()));
        command.addAll(List.of(arguments));
        CommandRun run = CommandRun.of(command);
        seen.add(run.output());
        seen.add(run.errors());
        return run;
    }

    /** Pages, JSON and terminal output so far. */
    List<String> seen() {
        return List.copyOf(seen);
    }

    private Page remember(Page page) {
        seen.add(page.body());
        return page;
    }

    @Override
    public void close() throws InterruptedException {
        server.close();
    }
}
