package io.foxden.installation;

import static org.assertj.core.api.Assertions.assertThat;

import io.foxden.Phase;
import io.foxden.Status;
import io.foxden.access.Session;
import io.foxden.authorization.Arrival;
import io.foxden.authorization.Departure;
import io.foxden.authorization.Intent;
import io.foxden.authorization.Ticket;
import io.foxden.problem.FoxdenException;
import io.foxden.setting.Setting;
import io.foxden.testkit.account.Client;
import io.foxden.testkit.account.Grant;
import io.foxden.testkit.fault.Consent;
import io.foxden.testkit.fault.Content;
import io.foxden.testkit.fault.Event;
import io.foxden.testkit.fault.Fault;
import io.foxden.testkit.journal.Target;
import io.foxden.words.Words;
import io.foxden.world.InWorld;
import io.foxden.world.LogCapture;
import io.foxden.world.World;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A whole life with everything that goes wrong in it: no secret is found in anything that stays or is shown. */
class NoSecretTest extends InWorld {
    private static final Intent AGAIN = new Intent(null, null, true);

    private final List<String> shown = new ArrayList<>();
    private final Set<String> secrets = new HashSet<>();
    private LogCapture log;

    @BeforeEach
    void listen() {
        log = new LogCapture();
    }

    @AfterEach
    void stop_listening() {
        log.close();
    }

    @Test
    void is_in_no_file_no_log_no_message_and_nothing_printed() {
        world.sandbox().behave(b -> b.withRotateRefreshTokens(true));
        world.set(Setting.ADMIN_TOKEN, secret("admin-token-0123456789"));
        Installation foxden = world.open().prepare().start();
        show(world.settings(), foxden, foxden.access());
        signIn(foxden);
        registerInTrouble(foxden);
        consentInTrouble(foxden);
        refreshInTrouble(foxden);
        loseTheClient(foxden);
        foxden.close();
        searchEverything();
    }

    @Test
    void is_kept_anywhere_after_a_reset_not_even_sealed() {
        Installation foxden = world.connected();
        foxden.refresh();

        foxden.reset();

        assertThat(world.allText()).doesNotContain("client_secret", "refresh_token", "access_token");
    }

    private void signIn(Installation foxden) {
        Path file = foxden.access().setupCodeFile().orElseThrow();
        try {
            String code = Files.readString(file).strip();
            Session session = foxden.access().claim(code);
            secret(session.token().reveal());
            show(session, foxden.access().loginCode());
            foxden.access().isOpen(session.token().reveal());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        attempt(() -> foxden.access().claim("ABCDE-ABCDE-ABCDE-ABCDE"));
    }

    private void registerInTrouble(Installation foxden) {
        Fault.Order registration = Fault.on(Target.CREATE_CLIENT);
        world.sandbox().order(registration.dropAfter());
        world.sandbox().order(registration.nth(3).truncate());
        world.sandbox().order(registration.nth(4).without("client_secret"));
        for (int i = 0; i < 4; i++) {
            attempt(() -> World.install(foxden));
        }
        assertThat(foxden.status().phase()).isEqualTo(Phase.REGISTERED);
        show(foxden.plan(World.request()), foxden.form(null), World.request());
    }

    private void consentInTrouble(Installation foxden) {
        Ticket ticket = foxden.authorization().ticket(AGAIN);
        String value = secret(World.query(ticket.startUrl()).getOrDefault("ticket", ""));
        show(ticket);
        Departure departure = foxden.authorization().redeem(value);
        attempt(() -> foxden.authorization().redeem(value));
        secret(departure.cookie().value());
        secret(World.query(departure.location()).getOrDefault("state", ""));
        show(departure, departure.cookie());
        world.sandbox().order(Fault.on(Target.TOKEN).loseAuthorization());
        var query = world.visit(departure);
        show(query);
        show(foxden.authorization().callback(query, World.cookies(departure)));
        attempt(() -> foxden.authorization().callback(query, World.cookies(departure)));
        world.sandbox().behave(b -> b.withConsent(Consent.DENY));
        show(world.connect(foxden));
        world.sandbox().behave(b -> b.withConsent(Consent.APPROVE));
        Fault.Order exchange = Fault.on(Target.TOKEN).grant("authorization_code");
        world.sandbox().order(exchange.dropAfter());
        Arrival lost = world.connect(foxden);
        show(lost);
        world.sandbox().order(exchange.html(502));
        show(world.connect(foxden));
        assertThat(foxden.status().phase()).isEqualTo(Phase.CONNECTED);
    }

    private void refreshInTrouble(Installation foxden) {
        show(foxden.accessToken());
        for (Fault fault : List.of(
                refresh().html(502),
                refresh().garbage(200),
                refresh().fxErrors(503, echo()),
                refresh().fxErrors(403, echo()),
                refresh().oauthError(400, "invalid_request"),
                refresh().reply(400, new Content.OAuthError("invalid_scope", echo())),
                refresh().reply(500, new Content.OAuthError("server_error", echo())))) {
            world.sandbox().order(fault);
            attempt(foxden::refresh);
        }
        attempt(foxden::refresh);
        world.sandbox().happen(Event.EXPIRE_ACCESS_TOKENS);
        attempt(() -> foxden.api().follow("fx:store").text("store_name"));
        String token = foxden.accessToken().reveal();
        world.sandbox().order(Fault.on(Target.STORE).fxErrors(403, "The token " + token + " opens no store."));
        attempt(() -> foxden.api().follow("fx:store"));
        show(foxden.api().follow("fx:store"), foxden.api(), foxden.doctor());
        foxden.disconnect();
        world.connect(foxden);
    }

    private void loseTheClient(Installation foxden) {
        world.sandbox().happen(Event.REVOKE_GRANTS);
        attempt(foxden::refresh);
        show(foxden.status());
        world.sandbox().happen(Event.DELETE_CLIENTS);
        attempt(foxden::refresh);
        show(foxden.status(), foxden.doctor());
        World.install(foxden);
        world.connect(foxden);
        show(foxden.status(), foxden.doctor());
    }

    private static Fault.Order refresh() {
        return Fault.on(Target.TOKEN).grant("refresh_token");
    }

    /** What a Foxy says that repeats what it was sent. */
    private String echo() {
        List<Grant> grants = world.sandbox().grants();
        Client client = world.sandbox().clients().get(world.sandbox().clients().size() - 1);
        return "The token " + grants.get(grants.size() - 1).refreshToken() + " of " + client.secret()
                + " is not right.";
    }

    private String secret(String value) {
        secrets.add(value);
        return value;
    }

    private void show(Object... things) {
        for (Object thing : things) {
            shown.add(String.valueOf(thing));
            if (thing instanceof Status status) {
                shown.add(Documents.status(status, Words.english()));
            }
            if (thing instanceof Arrival arrival && arrival.problem() != null) {
                shown.add(Documents.problem(arrival.problem(), Words.english()));
            }
        }
    }

    private void attempt(Callable<?> call) {
        try {
            show(call.call());
        } catch (FoxdenException e) {
            StringWriter trace = new StringWriter();
            e.printStackTrace(new PrintWriter(trace));
            show(trace, Documents.problem(e.problem(), Words.english()));
        } catch (Exception e) {
            throw new AssertionError("Not a failure of Foxden's", e);
        }
    }

    private void searchEverything() {
        secrets.addAll(world.sandbox().issuedSecrets());
        for (Client client : world.sandbox().clients()) {
            byte[] basic = (client.id() + ":" + client.secret()).getBytes(StandardCharsets.UTF_8);
            secrets.add(Base64.getEncoder().encodeToString(basic));
        }
        assertThat(secrets).hasSizeGreaterThan(3).doesNotContain("");
        String files = world.allText();
        String logged = log.text();
        String printed = String.join("\n", shown);
        assertThat(logged).contains("registered at Foxy");
        for (String secret : secrets) {
            assertThat(files.contains(secret)).as("a secret in the files").isFalse();
            assertThat(places(logged, secret)).as("log lines with a secret").isEmpty();
            assertThat(places(printed, secret)).as("shown lines with a secret").isEmpty();
        }
        for (Client client : world.sandbox().clients()) {
            assertThat(files).as("client ids are sealed, too").doesNotContain(client.id());
        }
    }

    private static List<String> places(String text, String secret) {
        return text.lines()
                .filter(line -> line.contains(secret))
                .map(line -> line.replace(secret, "(SECRET)"))
                .toList();
    }
}
