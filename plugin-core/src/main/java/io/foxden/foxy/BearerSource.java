package io.foxden.foxy;

import io.foxden.secret.Secret;

/** Gives out access tokens. Safe for many threads; both methods throw {@code FoxdenException} where there is none. */
public interface BearerSource {
    /** A token believed to be valid. */
    Secret current();

    /**
     * A token to use in place of one that Foxy just refused. Where another caller has replaced that one already, the
     * replacement, without asking Foxy; the very same where no other can be had just now, so that it is of no use to
     * try again.
     */
    Secret renewed(Secret refused);
}
