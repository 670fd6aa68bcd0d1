package io.foxden.installer.command;

import io.foxden.Phase;
import io.foxden.Status;
import io.foxden.installation.Installation;
import io.foxden.installer.console.Ending;
import io.foxden.words.Message;
import java.io.IOException;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Forgets the tokens. */
@Command(name = "disconnect")
final class DisconnectCommand implements Action {
    @Mixin
    private final DryRun dryRun = new DryRun();

    @Override
    public Ending run(Invocation invocation) throws IOException {
        Installation foxden = invocation.forChange(dryRun);
        Deed deed = Deed.of(invocation);
        Status before = foxden.status();
        if (before.phase() != Phase.CONNECTED && before.phase() != Phase.BROKEN) {
            return deed.nothing(Message.of("installer/command/not-connected"), before);
        }
        if (dryRun.on) {
            return deed.would(Message.of("installer/command/would.disconnect"), Map.of(), before);
        }
        return deed.done(Message.of("installer/command/did.disconnect"), foxden.disconnect());
    }
}
