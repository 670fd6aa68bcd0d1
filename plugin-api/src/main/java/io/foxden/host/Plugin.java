package io.foxden.host;

/** The hidden part of Foxden, as the visible one starts it. Has a public constructor without parameters. */
public interface Plugin {
    /**
     * Begins to answer in the application. Whatever is wrong with the installation, the application can go on starting.
     *
     * @return closed once, when the application ends
     * @throws IllegalStateException if the application has started already, or takes no filters from the caller
     */
    AutoCloseable start(Application application);
}
