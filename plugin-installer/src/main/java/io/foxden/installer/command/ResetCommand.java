package io.foxden.installer.command;

import io.foxden.Phase;
import io.foxden.Status;
import io.foxden.installation.Installation;
import io.foxden.installer.console.Ending;
import java.io.IOException;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Forgets the client too. */
@Command(name = "reset", description = "Forget the tokens and the client. Asks nothing first.")
final class ResetCommand implements Action {
    private static final String MEANING =
            "the tokens and the client; to connect again, a new client is registered and a person has to approve";

    @Mixin
    private final DryRun dryRun = new DryRun();

    @Override
    public Ending run(Invocation invocation) throws IOException {
        Installation foxden = invocation.asItStands();
        Status before = foxden.status();
        if (before.phase() == Phase.NEW) {
            return Deed.nothing("nothing is registered.", before);
        }
        if (dryRun.on) {
            return Deed.would("forget " + MEANING, Map.of(), before);
        }
        return Deed.done("Forgot " + MEANING + ".", foxden.reset().status());
    }
}
