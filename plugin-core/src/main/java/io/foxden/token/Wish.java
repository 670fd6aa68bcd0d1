package io.foxden.token;

import io.foxden.secret.Secret;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants of a refresh.
 *
 * @param kind what a token that is there already must be, not to be replaced
 * @param refused a token that Foxy refused
 */
record Wish(Kind kind, @Nullable Secret refused) {
    /** Which token will do. */
    enum Kind {
        /** One that is good now. */
        USABLE,
        /** One that need not be replaced yet. */
        FRESH,
        /** A new one in any case, and without regard to the plan. */
        NEW
    }

    static Wish usable() {
        return new Wish(Kind.USABLE, null);
    }

    static Wish otherThan(Secret refused) {
        return new Wish(Kind.USABLE, refused);
    }

    static Wish fresh() {
        return new Wish(Kind.FRESH, null);
    }

    static Wish byPerson() {
        return new Wish(Kind.NEW, null);
    }

    boolean isByPerson() {
        return kind == Kind.NEW;
    }

    boolean satisfiedBy(Held token, long nanos) {
        boolean good = switch (kind) {
            case USABLE -> token.usable(nanos) && !token.doubtful();
            case FRESH -> !token.due(nanos);
            case NEW -> false;
        };
        return good && !token.token().equals(refused);
    }
}
