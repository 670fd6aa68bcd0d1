package io.foxden.testkit.wire;

/** How an answer leaves, whole or not. */
public sealed interface Delivery {

    /** The whole answer. */
    record Whole(Answer answer) implements Delivery {}

    /** Status, headers and the first half of the body; then the connection is closed. */
    record Half(Answer answer) implements Delivery {}

    /** The answer's status and headers, and then filler as its body until {@code bytes} were sent. */
    record Flood(Answer answer, long bytes) implements Delivery {}

    /** Nothing: the connection is closed. */
    record HangUp() implements Delivery {}
}
