package io.foxden.dist.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import io.foxden.dist.journey.Person;
import io.foxden.dist.journey.Script;
import io.foxden.dist.journey.Transcript;
import io.foxden.dist.server.ServerProcess;
import io.foxden.testkit.Sandbox;
import io.foxden.testkit.browser.Page;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One host: started without Foxden, then with its JAR through the whole job, then without it again. For one thread, once.
 */
final class Trial {
    private static final String ADMIN_TOKEN = "b0tCZ9hPq2rW7xKf5sLm-matrix";

    private static final String WHY = "needs Jakarta Servlet 5 or later";

    private static final Pattern WAY = Pattern.compile("^Started by (?:the )?(.*?)(?: in Foxden's JAR)?;");

    private final Host host;
    private final Path folder;
    private final Path jar;
    private final Consumer<String> progress;
    private final Person person = new Person(new Transcript());
    private final LocalDate today = LocalDate.now(ZoneId.systemDefault());

    private String step = "fetch";
    private @Nullable Duration without;
    private @Nullable Duration with;
    private String way = "";
    private String home = "";
    private String redeployed = "";

    /**
     * @param folder empty
     * @param jar Foxden's
     * @param progress told of each step as it begins
     */
    Trial(Host host, Path folder, Path jar, Consumer<String> progress) {
        this.host = host;
        this.folder = folder;
        this.jar = jar;
        this.progress = progress;
    }

    /** Never fails for what the host or Foxden does: the row tells. */
    Row run() throws InterruptedException {
        try (Sandbox foxy = Sandbox.start()) {
            Path plain = host.application().get();
            try (ServerProcess server =
                    ServerProcess.in(folder.resolve("server"), host.server().get())) {
                if (host.tooOld()) {
                    harmless(server, foxy, plain);
                    return row("says why, harms nothing", "");
                }
                wholeJob(server, foxy, plain);
            }
            return row(Row.WORKS, "");
        } catch (Host.Unavailable e) {
            return Row.notRun(host, today, String.valueOf(e.getMessage()));
        } catch (IOException | RuntimeException | AssertionError e) {
            e.printStackTrace();
            String message = String.valueOf(e.getMessage())
                    .replace(folder.toString(), "…")
                    .lines()
                    .findFirst()
                    .orElse("");
            return row("fails", step + ": " + message.substring(0, Math.min(message.length(), 300)));
        }
    }

    /** A host in which Foxden cannot run: it goes on as before, and one line says why. */
    private void harmless(ServerProcess server, Sandbox foxy, Path plain) throws IOException, InterruptedException {
        begin("without");
        server.deploy(plain);
        start(server, foxy);
        without = server.startTime();
        Page before = firstPage(server);
        server.stop();

        begin("with");
        server.replace(added(plain));
        start(server, foxy);
        with = server.startTime();
        Page during = firstPage(server);
        expect(
                server.log().lines().filter(line -> line.contains(WHY)).count() == 1,
                "The log does not say once that Foxden " + WHY);
        server.stop();

        begin("remove");
        server.replace(plain);
        start(server, foxy);
        List<String> differences = new FirstPages(before, firstPage(server)).differences(during);
        expect(differences.isEmpty(), "The host's first page differs with Foxden: " + differences);
        server.stop();
    }

    /** The archive with Foxden's JAR. */
    private Path added(Path plain) throws IOException {
        Path target = folder.resolve("with-foxden").resolve(plain.getFileName().toString());
        return Archive.with(plain, jar, host.libraries(), target);
    }

    private void wholeJob(ServerProcess server, Sandbox foxy, Path plain) throws IOException, InterruptedException {
        begin("without");
        server.deploy(plain);
        start(server, foxy);
        without = server.startTime();
        Page before = firstPage(server);
        int closed = foxdenPage(server).status();
        server.stop();

        begin("with");
        Path added = added(plain);
        server.replace(added);
        start(server, foxy);
        with = server.startTime();
        List<Page> during = new ArrayList<>(List.of(firstPage(server)));
        Installation installation = Installation.in(server.base());
        home = server.base().relativize(installation.home()).toString();
        String clientId = connect(server, installation);
        way = way(server);
        during.add(firstPage(server));

        begin("redeploy");
        redeploy(server, foxy, added);
        stillConnected(server, clientId);
        during.add(firstPage(server));

        begin("start again");
        server.stop();
        start(server, foxy);
        with = shorter(with, server.startTime());
        stillConnected(server, clientId);
        expect(foxy.violations().isEmpty(), "Foxy complains: " + foxy.violations());
        expect(foxy.postsToClients() == 1, foxy.postsToClients() + " registrations");
        server.stop();

        begin("remove");
        server.replace(plain);
        start(server, foxy);
        without = shorter(without, server.startTime());
        FirstPages pages = new FirstPages(before, firstPage(server));
        int closedAgain = foxdenPage(server).status();
        expect(closedAgain == closed, "Foxden's address answers " + closedAgain + ", before it came " + closed);
        server.stop();
        Files.delete(added);
        List<Path> traces = installation.tracesOutside(server.base(), server.copies());
        expect(traces.isEmpty(), "Left behind: " + traces);
        for (Page page : during) {
            List<String> differences = pages.differences(page);
            expect(differences.isEmpty(), "The host's first page differs with Foxden: " + differences);
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** From new to connected and refreshed, by a person; answers the client's id. */
    private String connect(ServerProcess server, Installation installation) throws IOException, InterruptedException {
        expectPhase(server, "new");
        begin("register");
        Page page = person.signIn(foxden(server, "/"), installation.setupCode());
        Page consent = person.press(page, "/install", "Register and connect");
        begin("connect");
        Page result = person.press(consent, "/authorize", "Approve");
        expect(result.text().contains("Connected"), "The result page says: " + result.text());
        begin("refresh");
        Page refreshed = person.press(person.open(foxden(server, "/")), "/refresh", "Refresh now");
        expect(refreshed.text().contains("A new access token was fetched"), "The page says: " + refreshed.text());
        return expectPhase(server, "connected").text("/client/client_id");
    }

    private void redeploy(ServerProcess server, Sandbox foxy, Path added) throws IOException, InterruptedException {
        if (server.redeploysWhileRunning()) {
            redeployed = "while running";
            server.redeploy(added);
        } else {
            redeployed = "by a restart";
            server.stop();
            server.replace(added);
            start(server, foxy);
        }
    }

    private void stillConnected(ServerProcess server, String clientId) throws IOException, InterruptedException {
        Script.Answer status = expectPhase(server, "connected");
        expect(status.text("/client/client_id").equals(clientId), "Another client: " + status.body());
        Script.Answer refreshed = script(server).post("refresh");
        expect(refreshed.status() == 200, "The refresh answers " + refreshed);
    }

    /** What the doctor says of how Foxden was started. */
    private String way(ServerProcess server) throws IOException, InterruptedException {
        begin("doctor");
        JsonNode report = script(server).get("doctor").body();
        String said = "";
        for (JsonNode check : report.path("checks")) {
            String verdict = check.path("verdict").asText();
            boolean ofHost = check.path("name").asText().equals("application");
            expect(verdict.equals("ok") || (verdict.equals("warning") && !ofHost), "The doctor says: " + check);
            said = ofHost ? check.path("detail").asText() : said;
        }
        Matcher way = WAY.matcher(said);
        expect(way.find(), "The doctor does not say what started Foxden: " + report);
        return way.group(1);
    }

    private void start(ServerProcess server, Sandbox foxy) throws IOException {
        Path token = Files.writeString(folder.resolve("admin-token"), ADMIN_TOKEN + "\n");
        Path user = Files.createDirectories(server.base().resolve("user"));
        Path temporary = Files.createDirectories(server.base().resolve("temporary"));
        server.start(
                "user.home=" + user,
                "java.io.tmpdir=" + temporary,
                "foxden.api-url=" + foxy.apiUrl(),
                "foxden.authorize-url=" + foxy.authorizeUrl(),
                "foxden.admin.token-file=" + token,
                "foxden.project-name=Matrix",
                "foxden.company-name=Example",
                "foxden.contact-name=Erin",
                "foxden.contact-email=erin@example.com",
                "foxden.contact-phone=+15550100");
    }

    private Page firstPage(ServerProcess server) {
        Page page = new Person(new Transcript()).open(URI.create(application(server) + host.firstPage()));
        expect(
                page.status() < 500 && page.status() != 404,
                "The host's first page answers " + page.status() + ": " + page.text());
        return page;
    }

    private Page foxdenPage(ServerProcess server) {
        return new Person(new Transcript()).open(foxden(server, "/health"));
    }

    private Script.Answer expectPhase(ServerProcess server, String phase) throws IOException, InterruptedException {
        Script.Answer status = script(server).get("status");
        expect(status.text("/phase").equals(phase), "Not " + phase + ": " + status.status() + " " + status.body());
        return status;
    }

    private Script script(ServerProcess server) {
        return new Script(foxden(server, "/api/v1/"), ADMIN_TOKEN, new Transcript());
    }

    private URI foxden(ServerProcess server, String path) {
        return Installation.address(application(server), path);
    }

    private URI application(ServerProcess server) {
        return server.url(host.context());
    }

    private void begin(String next) {
        step = next;
        progress.accept(next);
    }

    private static void expect(boolean good, String otherwise) {
        if (!good) {
            throw new IllegalStateException(otherwise);
        }
    }

    private Row row(String verdict, String reason) {
        return new Row(host, today, without, with, way, home, redeployed, verdict, reason);
    }
}
