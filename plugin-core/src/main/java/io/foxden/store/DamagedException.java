package io.foxden.store;

import io.foxden.words.Message;

/** The bytes are not a whole record; why is said as the end of a sentence, which tells nothing of the content. */
final class DamagedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Message why;

    DamagedException(Message why) {
        super(why.key());
        this.why = why;
    }

    Message why() {
        return why;
    }
}
