package io.foxden.authorization;

import io.foxden.problem.Problem;
import io.foxden.store.Fields;
import io.foxden.store.StoredProblem;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One authorization request, from the redirect to Foxy until some time after its end. State and cookie are kept as
 * fingerprints only.
 *
 * @param reference names it, in the record's name and towards people
 * @param stage a word of {@link Stage}
 */
record Transaction(
        String reference,
        Stage stage,
        String stateDigest,
        String bindingDigest,
        String clientKey,
        String scope,
        @Nullable String returnTo,
        Instant expiresAt,
        @Nullable Problem problem) {

    /** How far it got. */
    enum Stage {
        /** The browser is at Foxy. */
        OPEN,
        /** It came back with a code, which is being swapped. */
        EXCHANGING,
        CONNECTED,
        DECLINED,
        FAILED
    }

    Transaction at(Stage next, @Nullable Problem why, Instant keepUntil) {
        return new Transaction(reference, next, stateDigest, bindingDigest, clientKey, scope, returnTo, keepUntil, why);
    }

    /** What became of it; a swap that nobody finished has failed. */
    Outcome outcome() {
        return switch (stage) {
            case CONNECTED -> Outcome.CONNECTED;
            case DECLINED -> Outcome.DECLINED;
            case OPEN, EXCHANGING, FAILED -> Outcome.FAILED;
        };
    }

    Fields fields() {
        Fields f = Fields.none()
                .with("stage", stage.name())
                .with("state_sha256", stateDigest)
                .with("binding_sha256", bindingDigest)
                .with("client", clientKey)
                .with("scope", scope)
                .withOptional("return_to", returnTo)
                .with("expires_at", expiresAt);
        return problem == null ? f : f.with("problem", StoredProblem.fields(problem));
    }

    static Transaction read(String reference, Fields f) {
        return new Transaction(
                reference,
                stage(f.required("stage")),
                f.required("state_sha256"),
                f.required("binding_sha256"),
                f.required("client"),
                f.required("scope"),
                f.text("return_to").orElse(null),
                f.instant("expires_at").orElse(Instant.EPOCH),
                f.fields("problem").map(StoredProblem::read).orElse(null));
    }

    private static Stage stage(String word) {
        return Arrays.stream(Stage.values())
                .filter(stage -> stage.name().equals(word))
                .findFirst()
                .orElse(Stage.FAILED);
    }
}
