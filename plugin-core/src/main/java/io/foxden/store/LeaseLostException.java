package io.foxden.store;

/** The lease under which the writer worked has gone to somebody else, or to nobody; nothing was written. */
public final class LeaseLostException extends Exception {
    private static final long serialVersionUID = 1L;

    public LeaseLostException(String lease) {
        super("Lease '" + lease + "' is no longer held by who wanted to write under it");
    }
}
