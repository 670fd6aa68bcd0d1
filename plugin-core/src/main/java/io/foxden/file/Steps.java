package io.foxden.file;

/**
 * Is told of each step that leaves something on the disk, between one file operation and the next, so that a test can
 * stop the work at every point where a power cut could.
 */
@FunctionalInterface
public interface Steps {
    /** Goes on without a word. */
    Steps NONE = step -> {};

    /** @param step what was just done, such as {@code "vault.json written"} */
    void reached(String step);
}
