package io.foxden.authorization;

/** How an authorization request ended. */
public enum Outcome {
    CONNECTED("connected"),
    /** The person said no. */
    DECLINED("declined"),
    FAILED("failed");

    private final String word;

    Outcome(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
