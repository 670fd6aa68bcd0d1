package io.foxden.servlet;

import io.foxden.Foxden;
import io.foxden.Status;
import io.foxden.api.Api;
import io.foxden.installation.Installation;
import io.foxden.problem.Code;
import io.foxden.problem.FoxdenException;
import io.foxden.problem.OperatorException;
import io.foxden.problem.Problem;
import io.foxden.problem.TryLaterException;
import io.foxden.secret.Secret;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;

/** An installation as the host's code sees it: the one that is open at the moment of each call. */
final class HostView implements Foxden {
    /** What passes without anybody's doing. */
    private static final Set<Code> PASSING = EnumSet.of(Code.LOCKED, Code.STORE_UNREACHABLE);

    private final Supplier<Premises> premises;
    private final Api api = new CurrentApi(() -> open().api());

    HostView(Supplier<Premises> premises) {
        this.premises = premises;
    }

    @Override
    public Api api() {
        open();
        return api;
    }

    @Override
    public Secret accessToken() {
        return open().accessToken();
    }

    @Override
    public Secret renewedAccessToken(Secret refused) {
        return open().renewedAccessToken(refused);
    }

    @Override
    public Status status() {
        return premises.get().status();
    }

    /** @throws FoxdenException with the reason where nothing is open */
    private Installation open() {
        Premises now = premises.get();
        Installation foxden = now.foxden();
        if (foxden == null) {
            throw closed(Objects.requireNonNull(now.problem()));
        }
        return foxden;
    }

    private static FoxdenException closed(Problem why) {
        return PASSING.contains(why.code()) ? new TryLaterException(why, null, null) : new OperatorException(why);
    }

    @Override
    public String toString() {
        Premises now = premises.get();
        return "Foxden " + (now.isOpen() ? now.settings().home() : "(not started)");
    }
}
