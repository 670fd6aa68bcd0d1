package io.foxden.store;

/** The bytes are not a whole record. The message says why, as the end of a sentence, and tells nothing of the content. */
final class DamagedException extends Exception {
    private static final long serialVersionUID = 1L;

    DamagedException(String why) {
        super(why);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
