package io.foxden.testkit.resource;

import io.foxden.testkit.account.Access;
import io.foxden.testkit.account.Scope;
import io.foxden.testkit.request.Ask;
import io.foxden.testkit.request.Forbidden;

/** Which token opens which store. */
final class Ownership {
    private Ownership() {}

    /** A store's own token, or one of the user who owns all stores. */
    static boolean opens(Access access, int storeId) {
        Scope scope = access.scope();
        return scope.kind() == Scope.Kind.USER || scope.equals(Scope.store(storeId));
    }

    /** @throws Forbidden where the token is for another store, or for none */
    static void require(Ask ask, int storeId) {
        if (!opens(ask.opened(), storeId)) {
            throw new Forbidden("This resource needs access to store " + storeId + "; the token gives "
                    + ask.opened().scope().text() + ".");
        }
    }
}
