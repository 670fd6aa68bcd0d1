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
}
