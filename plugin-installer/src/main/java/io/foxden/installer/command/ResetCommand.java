package io.foxden.installer.command;

import io.foxden.Phase;
import io.foxden.Status;
import io.foxden.config.Settings;
import io.foxden.installation.Forgotten;
import io.foxden.installation.Installation;
import io.foxden.installer.console.Ending;
import io.foxden.problem.Code;
import io.foxden.problem.FoxdenException;
import io.foxden.problem.Problem;
import io.foxden.words.Message;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Forgets the client too. */
@Command(name = "reset")
final class ResetCommand implements Action {
    @Mixin
    private final DryRun dryRun = new DryRun();

    @Option(names = "--without-key")
    private boolean withoutKey;

    /**
     * How things stand before.
     *
     * @param sealed whether the key cannot open anything for damage, so that nothing is lost by giving up what is sealed
     */
    private record Before(Status status, boolean sealed) {}

    @Override
    public Ending run(Invocation invocation) throws IOException {
        Before before = before(invocation.settings());
        Deed deed = Deed.of(invocation);
        if (before.status().phase() == Phase.NEW && before.status().problem() == null) {
            return deed.nothing(Message.of("installer/command/nothing-registered"), before.status());
        }
        if (dryRun.on) {
            return deed.would(Message.of("installer/command/would.reset"), Map.of(), before.status());
        }
        return deed.forgotten(
                Message.of("installer/command/did.reset"), forgotten(invocation, withoutKey || before.sealed()));
    }

    private static Forgotten forgotten(Invocation invocation, boolean anew) throws IOException {
        if (!anew) {
            return invocation.asItStands().reset();
        }
        List<Problem> unread = Installation.resetWithoutKey(invocation.settings());
        return new Forgotten(invocation.asItStands().status(), unread);
    }

    private static Before before(Settings settings) {
        try {
            Optional<Installation> there = Installation.look(settings);
            if (there.isEmpty()) {
                return new Before(Installation.unopened(settings, null), false);
            }
            try (Installation foxden = there.get()) {
                return new Before(
                        foxden.status(),
                        foxden.locked().filter(ResetCommand::isDamage).isPresent());
            }
        } catch (FoxdenException e) {
            return new Before(Installation.unopened(settings, e.problem()), isDamage(e.problem()));
        }
    }

    private static boolean isDamage(Problem problem) {
        return problem.code() == Code.RECORD_UNREADABLE;
    }
}
