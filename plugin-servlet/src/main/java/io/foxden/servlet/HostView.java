package io.foxden.servlet;

import io.foxden.Foxden;
import io.foxden.Status;
import io.foxden.api.Api;
import io.foxden.installation.Installation;
import io.foxden.problem.OperatorException;
import io.foxden.problem.Problem;
import io.foxden.secret.Secret;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An installation as the host's code sees it.
 *
 * @param problem why there is none
 */
record HostView(
        @Nullable Installation installation, @Nullable Problem problem) implements Foxden {
    @Override
    public Api api() {
        return open().api();
    }

    @Override
    public Secret accessToken() {
        return open().accessToken();
    }

    @Override
    public Status status() {
        return open().status();
    }

    private Installation open() {
        if (installation == null) {
            throw new OperatorException(Objects.requireNonNull(problem));
        }
        return installation;
    }

    @Override
    public String toString() {
        return "Foxden "
                + (installation == null
                        ? "(not started)"
                        : installation.settings().home());
    }
}
