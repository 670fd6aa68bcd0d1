package io.foxden;

import io.foxden.problem.Problem;
import org.jspecify.annotations.Nullable;

/** What an installation is and has, without secrets; the status document of the JSON API. */
public record Status(
        String version,
        String mode,
        Phase phase,
        @Nullable ClientStatus client,
        @Nullable ConnectionStatus connection,
        @Nullable Problem problem) {}
