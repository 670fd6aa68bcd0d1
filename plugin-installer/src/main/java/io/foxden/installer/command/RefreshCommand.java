package io.foxden.installer.command;

import io.foxden.Status;
import io.foxden.installation.Installation;
import io.foxden.installer.console.Ending;
import io.foxden.installer.console.Progress;
import io.foxden.words.Message;
import java.io.IOException;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Fetches a new access token. */
@Command(name = "refresh")
final class RefreshCommand implements Action {
    @Mixin
    private final DryRun dryRun = new DryRun();

    @Override
    public Ending run(Invocation invocation) throws IOException {
        Installation foxden = invocation.forChange(dryRun);
        Deed deed = Deed.of(invocation);
        if (dryRun.on) {
            Readiness.toRefresh(foxden.status());
            return deed.would(Message.of("installer/command/would.refresh"), Map.of(), foxden.status());
        }
        Status status;
        try (Progress waiting = invocation.console().progress(Message.of("installer/command/waiting.refresh"))) {
            status = foxden.refresh();
        }
        return deed.done(Message.of("installer/command/did.refresh"), status);
    }
}
