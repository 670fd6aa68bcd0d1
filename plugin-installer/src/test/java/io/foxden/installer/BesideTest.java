package io.foxden.installer;

import static org.assertj.core.api.Assertions.assertThat;

import io.foxden.config.Settings;
import io.foxden.config.Surroundings;
import io.foxden.hal.Json;
import io.foxden.hal.MalformedDocumentException;
import io.foxden.servlet.EmbeddedFoxden;
import io.foxden.setting.Setting;
import io.foxden.testkit.Browser;
import io.foxden.testkit.Sandbox;
import io.foxden.testkit.SandboxOptions;
import io.foxden.testkit.browser.Form;
import io.foxden.testkit.browser.Page;
import io.foxden.testkit.fault.Consent;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line as a process of its own, beside a web application at work on the same home. */
final class BesideTest {
    private static final String TOKEN = "an-admin-token-for-this-test";
    private static final int FAILED_START = 127;

    @TempDir
    private Path folder;

    private final Sandbox foxy = Sandbox.start(SandboxOptions.standard().withConsent(Consent.APPROVE));
    private final Server server = new Server();
    private final HttpClient http = HttpClient.newHttpClient();
    private URI site = URI.create("http://127.0.0.1/");

    @BeforeEach
    void startTheWebApplication() throws Exception {
        ServerConnector connector = new ServerConnector(server, 1, 1);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        ServletContextHandler application = new ServletContextHandler("/foxden");
        application.addEventListener(new EmbeddedFoxden(settings()));
        server.setHandler(application);
        server.start();
        site = URI.create("http://127.0.0.1:" + connector.getLocalPort() + "/foxden");
    }

    @AfterEach
    void stopTheWebApplication() throws Exception {
        server.stop();
        foxy.close();
    }

    @Test
    void what_one_changes_the_other_sees_at_once() throws Exception {
        assertThat(cli("status")).containsEntry("phase", "new");

        assertThat(cli(
                        "install",
                        "--site-url",
                        site.toString(),
                        "--company-name",
                        "Acme",
                        "--contact-name",
                        "Ada",
                        "--contact-email",
                        "ada@example.com",
                        "--contact-phone",
                        "1"))
                .containsEntry("changed", true);
        assertThat(web("GET", "status")).containsEntry("phase", "registered");

        Browser owner = new Browser();
        Page connected = owner.followAll(owner.open(address(cli("connect").get("start_url"))));
        assertThat(connected.status()).isEqualTo(200);
        assertThat(cli("status")).containsEntry("phase", "connected").isEqualTo(web("GET", "status"));

        assertThat(cli("refresh")).containsEntry("changed", true);
        assertThat(cli("status")).isEqualTo(web("GET", "status"));

        assertThat(web("POST", "disconnect")).containsEntry("phase", "disconnected");
        assertThat(cli("status")).containsEntry("phase", "disconnected");

        assertThat(cli("reset")).containsEntry("phase", "new");
        assertThat(web("GET", "status")).containsEntry("phase", "new");
        assertThat(foxy.postsToClients()).isEqualTo(1);
    }

    @Test
    void a_login_link_of_the_command_line_opens_the_page_once() throws Exception {
        install();
        Map<String, Object> link = cli("login-link");

        Browser browser = new Browser();
        Page page = browser.followAll(browser.submit(filledIn(browser, link)));

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("Registered");
        Browser stranger = new Browser();
        Page again = stranger.submit(filledIn(stranger, link));
        assertThat(again.status()).isEqualTo(401);
    }

    /** The sign-in page's script takes the code from the link's fragment; this browser runs none. */
    private static Form filledIn(Browser browser, Map<String, Object> link) {
        URI url = address(link.get("url"));
        return browser.open(url).form("/claim").fill("code", url.getFragment().replace("code=", ""));
    }

    @Test
    void two_installs_at_once_make_one_client() throws Exception {
        Process command = start(
                "install",
                "--site-url",
                site.toString(),
                "--company-name",
                "Acme",
                "--contact-name",
                "Ada",
                "--contact-email",
                "ada@example.com",
                "--contact-phone",
                "1");
        Map<String, Object> fromWeb = install();
        Map<String, Object> fromCommand = output(command);

        assertThat(fromCommand.get("client")).isEqualTo(fromWeb.get("client"));
        assertThat(foxy.postsToClients()).isEqualTo(1);
    }

    private Map<String, Object> install() throws Exception {
        return web(
                "POST",
                "install",
                Map.of(
                        "site_url",
                        site.toString(),
                        "company_name",
                        "Acme",
                        "contact_name",
                        "Ada",
                        "contact_email",
                        "ada@example.com",
                        "contact_phone",
                        "1"));
    }

    private static URI address(@Nullable Object value) {
        return URI.create(String.valueOf(value));
    }

    private Settings settings() {
        return Surroundings.none()
                .commandLine(Setting.HOME, folder.resolve("home").toString())
                .commandLine(Setting.API_URL, foxy.apiUrl().toString())
                .commandLine(Setting.AUTHORIZE_URL, foxy.authorizeUrl().toString())
                .commandLine(Setting.ADMIN_TOKEN, TOKEN)
                .contextPath("/foxden")
                .basePath("")
                .read();
    }

    private Map<String, Object> web(String method, String path) throws Exception {
        return web(method, path, Map.of());
    }

    private Map<String, Object> web(String method, String path, Map<String, Object> body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(site + "/api/v1/" + path))
                .header("Authorization", "Bearer " + TOKEN)
                .header("Content-Type", "application/json")
                .method(
                        method,
                        method.equals("GET")
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(Json.write(body)))
                .build();
        return Json.read(http.send(request, BodyHandlers.ofString()).body());
    }

    private Map<String, Object> cli(String... arguments) throws Exception {
        return output(start(arguments));
    }

    private Process start(String... arguments) throws IOException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home", ""), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path", ""),
                "io.foxden.installer.Main",
                "--json",
                "--home",
                folder.resolve("home").toString()));
        line.addAll(Arrays.asList(arguments));
        ProcessBuilder builder = new ProcessBuilder(line);
        builder.environment().keySet().removeIf(name -> name.startsWith("FOXDEN_"));
        builder.environment().put("FOXDEN_API_URL", foxy.apiUrl().toString());
        builder.environment().put("FOXDEN_AUTHORIZE_URL", foxy.authorizeUrl().toString());
        builder.redirectError(Files.createTempFile(folder, "err", ".txt").toFile());
        return builder.start();
    }

    private static Map<String, Object> output(Process process) throws Exception {
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(out).isLessThan(FAILED_START);
        try {
            return Json.read(out);
        } catch (MalformedDocumentException e) {
            throw new AssertionError("Not one JSON document: " + out, e);
        }
    }
}
