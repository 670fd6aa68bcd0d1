package io.foxden.installer.command;

import io.foxden.installation.Installation;
import io.foxden.installer.console.Ending;
import io.foxden.words.Message;
import java.io.IOException;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Ends every administrator's session. */
@Command(name = "sign-out-all")
final class SignOutAllCommand implements Action {
    @Mixin
    private final DryRun dryRun = new DryRun();

    @Override
    public Ending run(Invocation invocation) throws IOException {
        Installation foxden = invocation.existing(dryRun);
        Deed deed = Deed.of(invocation);
        if (dryRun.on) {
            return deed.would(Message.of("installer/command/would.sign-out-all"), Map.of(), foxden.status());
        }
        return foxden.access().endAll()
                ? deed.done(Message.of("installer/command/did.sign-out-all"), foxden.status())
                : deed.nothing(Message.of("installer/command/nobody-signed-in"), foxden.status());
    }
}
