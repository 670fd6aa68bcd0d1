package io.foxden.installer.command;

/** A command whose work goes on after it said what it did, until the process is ended. */
public interface Staying {
    /** Returns when there is nothing to stay for; called once, after the outcome was said. */
    void stay() throws InterruptedException;
}
