package io.foxden;

import io.foxden.problem.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an installation is and has, without secrets; the status document of the JSON API.
 *
 * @param problem the worst that is wrong; beside a phase that is still {@link Phase#CONNECTED} it does not stop us yet
 * @param warnings the rest of what is wrong
 */
public record Status(
        String version,
        String mode,
        Phase phase,
        @Nullable ClientStatus client,
        @Nullable ConnectionStatus connection,
        @Nullable Problem problem,
        List<Problem> warnings) {
    public Status {
        warnings = List.copyOf(warnings);
    }
}
