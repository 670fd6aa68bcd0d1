package io.foxden.installer.command;

import io.foxden.ConnectionStatus;
import io.foxden.Phase;
import io.foxden.Status;
import io.foxden.authorization.Intent;
import io.foxden.authorization.Ticket;
import io.foxden.hal.Json;
import io.foxden.installation.Installation;
import io.foxden.installer.console.Console;
import io.foxden.installer.console.Ending;
import io.foxden.installer.console.Progress;
import io.foxden.problem.Code;
import io.foxden.problem.Problem;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Hands out the address at which a person approves, and waits for that if told to. */
@Command(
        name = "connect",
        description = {
            "Print the address at which a person approves access at Foxy; the web application has to be running.",
            "Exit status: 0 connected; 4 a person has to open the address."
        })
final class ConnectCommand implements Action {
    /** How often the home is looked at; a look reads two small files. */
    private static final Duration PAUSE = Duration.ofMillis(300);

    @Mixin
    private final DryRun dryRun = new DryRun();

    @Option(
            names = "--scope",
            paramLabel = "SCOPE",
            description = "What to ask for instead of foxden.scope: store_full_access or user_full_access.")
    private @Nullable String scope;

    @Option(names = "--return-to", paramLabel = "PATH", description = "A path on the site for the browser to end on.")
    private @Nullable String returnTo;

    @Option(names = "--reconnect", description = "Ask again although a store is connected.")
    private boolean reconnect;

    @Option(names = "--wait", description = "Wait until the store is connected.")
    private boolean wait;

    @Option(
            names = "--timeout",
            paramLabel = "DURATION",
            defaultValue = "10m",
            converter = DurationConverter.class,
            description = "With --wait: for how long, such as 30s, 10m or 1h; ${DEFAULT-VALUE} if not given.")
    private Duration timeout = Duration.ofMinutes(10);

    @Override
    public Ending run(Invocation invocation) throws IOException, InterruptedException {
        Installation foxden = invocation.forChange(dryRun);
        Status before = foxden.status();
        boolean again = reconnect || Readiness.wantsPerson(before);
        if (before.phase() == Phase.CONNECTED && !again) {
            return Deed.nothing("a store is connected already. To connect another one: --reconnect", before);
        }
        if (dryRun.on) {
            Readiness.toConnect(before);
            return Deed.would("make a one-time link to Foxy's consent page", Map.of(), before);
        }
        Ticket ticket = foxden.authorization().ticket(new Intent(scope, returnTo, again));
        return wait ? waitFor(foxden, invocation.console(), ticket, before) : handOut(ticket, before);
    }

    private static Ending handOut(Ticket ticket, Status status) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("start_url", ticket.startUrl().toString());
        document.put("expires_at", ticket.expiresAt().toString());
        document.put("phase", status.phase().word());
        return new Ending.Shown(Code.NOT_CONNECTED.exitStatus(), Json.write(document), invitation(ticket));
    }

    private static List<String> invitation(Ticket ticket) {
        return List.of(
                "Open this address in a browser and approve at Foxy; it works once, until " + ticket.expiresAt() + ":",
                ticket.startUrl().toString());
    }

    private Ending waitFor(Installation foxden, Console console, Ticket ticket, Status before)
            throws InterruptedException {
        invitation(ticket).forEach(console::tell);
        long end = System.nanoTime() + timeout.toNanos();
        try (Progress waiting = console.progress("Waiting for the approval at Foxy")) {
            while (System.nanoTime() < end) {
                Status now = foxden.status();
                if (now.phase() == Phase.CONNECTED && !Objects.equals(since(now), since(before))) {
                    return Deed.done("Connected.", now);
                }
                Thread.sleep(PAUSE.toMillis());
            }
        }
        return new Ending.Failed(Problem.of(
                        Code.NOT_CONNECTED,
                        "Nobody approved within " + DurationConverter.text(timeout) + " at " + ticket.startUrl())
                .withRemedy("Run 'foxden connect' again for a fresh address, and approve at Foxy."));
    }

    private static @Nullable Instant since(Status status) {
        ConnectionStatus connection = status.connection();
        return connection == null ? null : connection.connectedAt();
    }
}
