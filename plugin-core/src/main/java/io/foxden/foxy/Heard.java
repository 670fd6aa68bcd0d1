package io.foxden.foxy;

/**
 * A reply and the status it came with.
 *
 * @param status 0 where no answer came
 */
record Heard(int status, Reply reply) {
    static final int NOT_MODIFIED = 304;

    private static final int NOT_FOUND = 404;
    private static final int GONE = 410;

    /** Whether the address may be an old one: nothing was done there. */
    boolean elsewhere() {
        return status == NOT_FOUND || status == GONE || (status >= 300 && status < 400);
    }
}
