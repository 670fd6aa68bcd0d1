package io.foxden.registration;

import io.foxden.vault.Label;

/**
 * The two places for a client: the one in use, and the one that takes its place once it has worked. What is sealed for
 * one does not open in the other.
 */
public enum Slot {
    CURRENT("client", ""),
    CANDIDATE("candidate", "candidate.");

    /** The record in which the clients are. */
    static final String RECORD = "client";

    static final Label ATTEMPT_ID = new Label(RECORD, "attempt.client_id");
    static final Label ABANDONED_ID = new Label(RECORD, "abandoned.client_id");

    private final String field;
    private final String prefix;

    Slot(String field, String prefix) {
        this.field = field;
        this.prefix = prefix;
    }

    /** The group of fields in the record. */
    String field() {
        return field;
    }

    Label id() {
        return new Label(RECORD, prefix + "client_id");
    }

    Label secret() {
        return new Label(RECORD, prefix + "client_secret");
    }
}
