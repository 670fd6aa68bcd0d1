package io.foxden.installer.command;

import io.foxden.Status;
import io.foxden.installation.Installation;
import io.foxden.installer.console.Ending;
import io.foxden.installer.console.Progress;
import java.io.IOException;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Fetches a new access token. */
@Command(name = "refresh", description = "Fetch a new access token now.")
final class RefreshCommand implements Action {
    @Mixin
    private final DryRun dryRun = new DryRun();

    @Override
    public Ending run(Invocation invocation) throws IOException {
        Installation foxden = invocation.forChange(dryRun);
        if (dryRun.on) {
            Readiness.toRefresh(foxden.status());
            return Deed.would("fetch a new access token from Foxy", Map.of(), foxden.status());
        }
        Status status;
        try (Progress waiting = invocation.console().progress("Asking Foxy for a new access token")) {
            status = foxden.refresh();
        }
        return Deed.done("Fetched a new access token.", status);
    }
}
