package io.foxden.installer.command;

import io.foxden.Phase;
import io.foxden.Status;
import io.foxden.Version;
import io.foxden.config.Settings;
import io.foxden.installation.Forgotten;
import io.foxden.installation.Installation;
import io.foxden.installer.console.Ending;
import io.foxden.problem.Code;
import io.foxden.problem.FoxdenException;
import io.foxden.problem.Problem;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Forgets the client too. */
@Command(
        name = "reset",
        description = {
            "Forget the tokens and the client. Asks nothing first.",
            "Works whatever is damaged, and says what could not be read."
        })
final class ResetCommand implements Action {
    private static final String MEANING =
            "the tokens and the client; to connect again, a new client is registered and a person has to approve";

    @Mixin
    private final DryRun dryRun = new DryRun();

    @Option(names = "--without-key", description = "The vault key is lost: give up everything sealed with it.")
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
        if (before.status().phase() == Phase.NEW && before.status().problem() == null) {
            return Deed.nothing("nothing is registered.", before.status());
        }
        if (dryRun.on) {
            return Deed.would("forget " + MEANING, Map.of(), before.status());
        }
        return Deed.forgotten("Forgot " + MEANING + ".", forgotten(invocation, withoutKey || before.sealed()));
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
                return new Before(status(settings, Phase.NEW, null), false);
            }
            try (Installation foxden = there.get()) {
                return new Before(
                        foxden.status(),
                        foxden.locked().filter(ResetCommand::isDamage).isPresent());
            }
        } catch (FoxdenException e) {
            return new Before(status(settings, Phase.BROKEN, e.problem()), isDamage(e.problem()));
        }
    }

    private static boolean isDamage(Problem problem) {
        return problem.code() == Code.RECORD_UNREADABLE;
    }

    private static Status status(Settings settings, Phase phase, @Nullable Problem problem) {
        return new Status(Version.TEXT, settings.mode().word(), phase, null, null, problem, List.of());
    }
}
