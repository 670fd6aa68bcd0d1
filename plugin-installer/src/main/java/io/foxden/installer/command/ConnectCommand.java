package io.foxden.installer.command;

import io.foxden.Phase;
import io.foxden.Status;
import io.foxden.authorization.Intent;
import io.foxden.authorization.Ticket;
import io.foxden.hal.Json;
import io.foxden.installation.Installation;
import io.foxden.installer.console.Ending;
import io.foxden.installer.console.OutputLine;
import io.foxden.installer.console.Progress;
import io.foxden.problem.Code;
import io.foxden.problem.Problem;
import io.foxden.words.Message;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Hands out the address at which a person approves, and waits for that if told to. */
@Command(name = "connect")
final class ConnectCommand implements Action {
    @Mixin
    private final DryRun dryRun = new DryRun();

    @Option(names = "--scope", paramLabel = "SCOPE")
    private @Nullable String scope;

    @Option(names = "--return-to", paramLabel = "PATH")
    private @Nullable String returnTo;

    @Option(names = "--reconnect")
    private boolean reconnect;

    @Option(names = "--wait")
    private boolean wait;

    @Option(names = "--timeout", paramLabel = "DURATION", converter = DurationConverter.class)
    private Duration timeout = Duration.ofMinutes(10);

    @Override
    public Ending run(Invocation invocation) throws IOException {
        Installation foxden = invocation.forChange(dryRun);
        Deed deed = Deed.of(invocation);
        Status before = foxden.status();
        boolean again = reconnect || Readiness.wantsPerson(before);
        if (before.phase() == Phase.CONNECTED && !again) {
            return deed.nothing(Message.of("installer/command/connected-already"), before);
        }
        if (dryRun.on) {
            Readiness.toConnect(before);
            return deed.would(Message.of("installer/command/would.connect"), Map.of(), before);
        }
        Ticket ticket = foxden.authorization().ticket(new Intent(scope, returnTo, again));
        return wait ? waitFor(invocation, foxden, ticket, before) : handOut(ticket, before);
    }

    private static Ending handOut(Ticket ticket, Status status) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("start_url", ticket.startUrl().toString());
        document.put("expires_at", ticket.expiresAt().toString());
        document.put("phase", status.phase().word());
        return new Ending.Shown(Code.NOT_CONNECTED.exitStatus(), Json.write(document), invitation(ticket));
    }

    private static List<OutputLine> invitation(Ticket ticket) {
        return List.of(
                OutputLine.of(Message.of("installer/command/connect.open").with("until", ticket.expiresAt())),
                OutputLine.asIs(ticket.startUrl()));
    }

    private Ending waitFor(Invocation invocation, Installation foxden, Ticket ticket, Status before) {
        invitation(ticket).forEach(invocation.console()::tell);
        Approval approval = new Approval(foxden::status, before, invocation.outside());
        Optional<Status> connected;
        try (Progress waiting = invocation.console().progress(Message.of("installer/command/waiting.approval"))) {
            connected = approval.await(timeout);
        }
        return connected
                .map(now -> Deed.of(invocation).done(Message.of("installer/command/did.connect"), now))
                .orElseGet(() -> new Ending.Failed(nobody(ticket)));
    }

    private Problem nobody(Ticket ticket) {
        Message what = Message.of("installer/command/nobody-approved")
                .with("time", DurationConverter.text(timeout))
                .with("url", ticket.startUrl());
        return Problem.of(Code.NOT_CONNECTED, what).withNext(Message.of("installer/command/nobody-approved.next"));
    }
}
