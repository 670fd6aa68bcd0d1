package io.foxden.doctor;

import io.foxden.file.PrivateFolder;
import io.foxden.file.Steps;
import io.foxden.foxy.Foxy;
import io.foxden.hal.HalDocument;
import io.foxden.http.HttpRequest;
import io.foxden.problem.Code;
import io.foxden.problem.FoxdenException;
import io.foxden.problem.Problem;
import io.foxden.registration.Abandoned;
import io.foxden.registration.Attempt;
import io.foxden.registration.Client;
import io.foxden.registration.Journal;
import io.foxden.setting.SiteAddress;
import io.foxden.store.Entry;
import io.foxden.token.ClientCheck;
import io.foxden.token.Connection;
import io.foxden.token.SealedTokens;
import io.foxden.token.TokenReply;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Looks at everything an installation needs, the network last, and goes on after a check that failed. */
public final class Doctor {
    private final Patient patient;

    public Doctor(Patient patient) {
        this.patient = patient;
    }

    /**
     * Takes up to a minute where Foxy does not answer. Changes nothing here or at Foxy.
     */
    public Report examine() {
        Findings findings = new Findings();
        findings.look("settings", this::settings);
        findings.look("home", this::home);
        findings.look("vault", this::vault);
        findings.look("records", this::records);
        findings.look("application", this::application);
        findings.look("site", this::site);
        findings.look("registration", this::registration);
        findings.look("abandoned", this::abandoned);
        findings.look("connection", this::connection);
        findings.look("process", this::process);
        findings.look("foxy", this::foxy);
        findings.look("client", this::client);
        return new Report(findings.checks);
    }

    private void settings(Findings findings) {
        List<Problem> problems = patient.settings().problems();
        problems.forEach(findings::failed);
        if (problems.isEmpty()) {
            findings.ok("All settings are good; " + patient.settings().given().size() + " given.");
        }
        patient.settings().warnings().forEach(warning -> findings.warning(warning.detail(), warning.remedy()));
    }

    private void home(Findings findings) {
        Path home = patient.settings().home();
        if (Files.isWritable(home)) {
            findings.ok(home + " can be written.");
        } else {
            findings.failed(Problem.of(Code.HOME_UNUSABLE, home + " cannot be written."));
        }
        PrivateFolder.existing(home, Steps.NONE)
                .ifPresent(folder ->
                        folder.warnings().forEach(warning -> findings.warning(warning.detail(), warning.remedy())));
    }

    private void vault(Findings findings) {
        Optional<Problem> problem = patient.vault().problem();
        problem.or(patient.vault()::problemAtNextStart).ifPresent(findings::failed);
        patient.vault().warnings().forEach(warning -> findings.warning(warning.detail(), warning.remedy()));
        if (findings.nothingSaid()) {
            findings.ok("The key fits (key id " + patient.vault().keyId() + ").");
        }
    }

    private void records(Findings findings) {
        patient.mended().forEach(findings::warning);
        for (String name : patient.store().names("")) {
            try {
                patient.store()
                        .read(name)
                        .filter(Entry::recovered)
                        .map(Entry::fallback)
                        .ifPresent(findings::warning);
            } catch (FoxdenException e) {
                findings.failed(e.problem());
            }
        }
        if (findings.nothingSaid()) {
            findings.ok(patient.store().names("").size() + " records can be read.");
        }
    }

    private void application(Findings findings) {
        Presence presence = patient.presence().get().orElse(null);
        if (presence == null) {
            findings.ok("No web application has opened this home yet.");
            return;
        }
        if (presence.jars().size() > 1) {
            findings.warning(
                    "Foxden is in the web application more than once: " + presence.jars() + ". The first is in use.",
                    "Remove the others, and restart.");
        }
        findings.ok("Started by " + presence.way() + "; answers at "
                + (presence.basePath().isEmpty() ? "the context path itself." : presence.basePath() + " below it."));
    }

    private void site(Findings findings) {
        SiteAddress site = patient.site().get().orElse(null);
        if (site == null) {
            findings.warning(
                    "This site's public address is not known yet.",
                    "Set foxden.site-url, or open the Foxden page as administrator.");
        } else if (!site.https() && !isLoopback(site)) {
            findings.warning(
                    site.baseUrl() + " is not https: the authorization code and the administrator's cookie travel"
                            + " readable.",
                    "Serve the site over https, reset, and register with the https address.");
        } else {
            findings.ok("Foxy sends browsers back to " + site.redirectUri() + ".");
        }
    }

    private static boolean isLoopback(SiteAddress site) {
        String host = String.valueOf(site.siteUrl().getHost());
        return host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
    }

    private void registration(Findings findings) {
        Journal journal = patient.journals().read();
        Client client = journal.current();
        Attempt attempt = journal.attempt();
        if (attempt != null) {
            findings.warning(
                    "A registration of " + attempt.startedAt() + " at " + attempt.apiUrl() + " was asked "
                            + attempt.asked() + " time(s) and has no answer.",
                    Code.REGISTRATION_AMBIGUOUS.remedy());
        }
        if (client == null) {
            findings.warning("This installation has no client at Foxy.", Code.NOT_INSTALLED.remedy());
        } else if (client.refused()) {
            findings.failed(ClientCheck.refusal(client, null));
        } else {
            findings.ok("Registered since " + client.registeredAt() + " with " + client.apiUrl() + ".");
        }
        candidate(findings, journal.candidate());
    }

    private static void candidate(Findings findings, @Nullable Client candidate) {
        if (candidate != null) {
            findings.warning(
                    "A new client, registered at " + candidate.registeredAt()
                            + ", takes the place of the one in use once a person has connected it.",
                    Code.NOT_CONNECTED.remedy());
        }
    }

    private void abandoned(Findings findings) {
        for (Abandoned abandoned : patient.journals().read().abandoned()) {
            String where = abandoned.apiUrl() == null ? "Foxy" : String.valueOf(abandoned.apiUrl());
            findings.warning(
                    "The client " + patient.journals().openId(abandoned.id()) + " was given up at "
                            + abandoned.since() + " (" + abandoned.reason().word() + ") and may still exist at "
                            + where + ".",
                    "It does no harm. To have it deleted, name it to Foxy's support.");
        }
        if (findings.nothingSaid()) {
            findings.ok("No client was given up.");
        }
    }

    private void connection(Findings findings) {
        Client client = patient.journals().read().current();
        Connection connection = patient.connections().of(client).orElse(null);
        SealedTokens tokens = connection == null ? null : connection.tokens();
        if (connection == null) {
            findings.warning("No store is connected yet.", Code.NOT_CONNECTED.remedy());
        } else if (tokens == null) {
            findings.warning("Disconnected on purpose.", Code.NOT_CONNECTED.remedy());
        } else {
            connected(findings, connection, tokens);
        }
    }

    private void connected(Findings findings, Connection connection, SealedTokens tokens) {
        String detail = "Connected with scope " + connection.consent().scope() + "; refreshed at " + tokens.obtainedAt()
                + ", valid until " + tokens.expiresAt() + ".";
        Problem trouble = connection.trouble(patient.clock().instant());
        if (trouble == null) {
            findings.ok(detail);
        } else if (tokens.expired(patient.clock().instant())) {
            findings.failed(trouble);
        } else {
            findings.warning(trouble);
        }
    }

    /** What is wrong with the process that is looked at, where it is the one that looks. */
    private void process(Findings findings) {
        patient.troubles().get().forEach(findings::failed);
        if (findings.nothingSaid()) {
            findings.ok("Nothing waits to be written; the background thread is on time or not needed.");
        }
    }

    private void foxy(Findings findings) {
        Foxy foxy = patient.endpoints().foxy(patient.journals().read().current());
        // Not foxy.link(), which makes do with the copy of the home it holds when Foxy cannot be reached.
        HalDocument home = foxy.send(HttpRequest.get(foxy.apiUrl())).orThrow().document();
        foxy.requireTrusted(Foxy.resolve(home, foxy.apiUrl(), "fx:create_client"));
        foxy.requireTrusted(Foxy.resolve(home, foxy.apiUrl(), "fx:token"));
        findings.ok("The API home " + foxy.apiUrl() + " answers.");
    }

    private void client(Findings findings) {
        Client client = patient.journals().read().current();
        if (client == null || patient.vault().problem().isPresent()) {
            return;
        }
        TokenReply reply = patient.tokenEndpoint().inspect(client);
        if (reply instanceof TokenReply.Granted) {
            accepted(findings, client);
        } else if (reply instanceof TokenReply.Refused refused) {
            Code code = refused.invalidClient() ? Code.CLIENT_UNKNOWN : Code.API_REFUSED;
            findings.failed(refused.reason().problem(code));
        } else if (reply instanceof TokenReply.Unclear unclear) {
            findings.failed(unclear.reason().problem(Code.API_UNREACHABLE));
        }
    }

    private static void accepted(Findings findings, Client client) {
        if (client.refused()) {
            findings.warning(
                    "Foxy refused this client at " + client.refusedAt() + ", and accepts it now.",
                    "Refresh: press Refresh on the Foxden page, or run 'foxden refresh'.");
        } else {
            findings.ok("Foxy knows this client.");
        }
    }

    /** What the checks say, each under the name of its look. */
    private static final class Findings {
        private final List<Check> checks = new ArrayList<>();
        private String name = "";
        private int before;

        void look(String newName, Consumer<Findings> look) {
            name = newName;
            before = checks.size();
            try {
                look.accept(this);
            } catch (FoxdenException e) {
                failed(e.problem());
            }
        }

        boolean nothingSaid() {
            return checks.size() == before;
        }

        void ok(String detail) {
            checks.add(Check.ok(name, detail));
        }

        void warning(String detail, String remedy) {
            checks.add(Check.warning(name, detail, remedy));
        }

        /** Of what lasts, and does not stop us yet. */
        void warning(Problem problem) {
            checks.add(Check.warning(name, problem));
        }

        void failed(Problem problem) {
            checks.add(Check.failed(name, problem));
        }
    }
}
