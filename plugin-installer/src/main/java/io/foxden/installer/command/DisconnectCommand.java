package io.foxden.installer.command;

import io.foxden.Phase;
import io.foxden.Status;
import io.foxden.installation.Installation;
import io.foxden.installer.console.Ending;
import java.io.IOException;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Forgets the tokens. */
@Command(name = "disconnect", description = "Forget the store's tokens; the registration is kept.")
final class DisconnectCommand implements Action {
    @Mixin
    private final DryRun dryRun = new DryRun();

    @Override
    public Ending run(Invocation invocation) throws IOException {
        Installation foxden = invocation.forChange(dryRun);
        Status before = foxden.status();
        if (before.phase() != Phase.CONNECTED && before.phase() != Phase.BROKEN) {
            return Deed.nothing("no store is connected.", before);
        }
        if (dryRun.on) {
            return Deed.would("forget the tokens; to connect again, a person has to approve", Map.of(), before);
        }
        return Deed.done("Forgot the tokens; to connect again, a person has to approve.", foxden.disconnect());
    }
}
