package io.foxden.authorization;

import io.foxden.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * The end of an authorization request.
 *
 * @param reference under which administrators find it again; tells strangers nothing
 * @param returnTo a path on this site, where one was asked for
 * @param problem why not, where it is not {@link Outcome#CONNECTED}; for administrators only
 * @param cookieToClear the binding cookie; of no use any more unless it is {@link Outcome#CONNECTED}
 * @param again whether the same browser was told so before
 */
public record Arrival(
        Outcome outcome,
        String reference,
        @Nullable String returnTo,
        @Nullable Problem problem,
        String cookieToClear,
        boolean again) {
    /** The same, told once more. */
    public Arrival repeated() {
        return new Arrival(outcome, reference, returnTo, problem, cookieToClear, true);
    }
}
