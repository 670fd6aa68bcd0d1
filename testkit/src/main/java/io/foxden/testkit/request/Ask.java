package io.foxden.testkit.request;

import io.foxden.testkit.account.Access;
import io.foxden.testkit.journal.Rule;
import io.foxden.testkit.journal.Visit;
import io.foxden.testkit.wire.Call;
import org.jspecify.annotations.Nullable;

/**
 * A request that passed the rules all requests are under.
 *
 * @param number the number in the path, 0 where there is none
 * @param access what its bearer token opens; null where it has none
 */
public record Ask(
        Call call, Visit visit, int number, @Nullable Access access) {

    public String method() {
        return call.method();
    }

    /** What the bearer token opens, for resources that are closed without one. */
    public Access opened() {
        if (access == null) {
            throw new IllegalStateException("This resource is not marked as closed");
        }
        return access;
    }

    public void violation(Rule rule, String detail) {
        visit.violation(rule, detail);
    }
}
