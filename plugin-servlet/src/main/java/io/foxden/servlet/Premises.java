package io.foxden.servlet;

import io.foxden.Status;
import io.foxden.config.Settings;
import io.foxden.installation.Installation;
import io.foxden.problem.Problem;
import io.foxden.servlet.exchange.Base;
import io.foxden.servlet.exchange.Forwarding;
import org.jspecify.annotations.Nullable;

/**
 * What there is of Foxden in the application at one moment: an open installation, or the reason why there is none.
 *
 * @param reception has who answers requests
 * @param foxden null where it is closed
 * @param problem null where it is open
 * @param complete whether all was done that comes with opening; what was not is told in the log
 */
record Premises(
        Settings settings,
        Base base,
        Forwarding forwarding,
        Reception reception,
        @Nullable Installation foxden,
        @Nullable Problem problem,
        boolean complete) {
    Desk desk() {
        return reception.desk();
    }

    boolean isOpen() {
        return foxden != null;
    }

    /** Whether it is open, and so is the vault in it, so that opening it once more would do no better. */
    boolean isWhole() {
        return foxden != null && complete && foxden.locked().isEmpty();
    }

    /** A closed installation counts as broken; as new where none was ever opened. */
    Status status() {
        return foxden == null ? Installation.unopened(settings, problem) : foxden.status();
    }
}
