package io.foxden.testkit.fault;

/** When a fault strikes. */
public enum Moment {
    /** Before anything is done: the request leaves no trace but in the journal. */
    BEFORE,
    /** After the work is done and before the answer is sent: the caller cannot know that it was done. */
    AFTER
}
