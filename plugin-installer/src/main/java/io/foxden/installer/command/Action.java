package io.foxden.installer.command;

import io.foxden.installer.console.Ending;

/** What a command does, once its options are read. */
public interface Action {
    /**
     * Does the work and says how it ended.
     *
     * @throws io.foxden.problem.FoxdenException if it could not be done; the problem says why and what to do
     */
    Ending run(Invocation invocation) throws Exception;

    /**
     * Looks, before any work, whether the home is one to work on.
     *
     * @throws io.foxden.problem.OperatorException {@code home_missing} if one is named that is not there, {@code
     *     home_not_ours} if it belongs to another account
     */
    default void checkHome(Invocation invocation) {
        invocation.checkHome(false);
    }
}
