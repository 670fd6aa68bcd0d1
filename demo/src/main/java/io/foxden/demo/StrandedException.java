package io.foxden.demo;

/** The walk came to a page from which it does not go on. The message says which, without anything secret. */
public final class StrandedException extends Exception {
    private static final long serialVersionUID = 1L;

    StrandedException(String message) {
        super(message);
    }
}
