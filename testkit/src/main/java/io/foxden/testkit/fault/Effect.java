package io.foxden.testkit.fault;

import java.time.Duration;
import java.util.Map;

/** What a fault does. */
public sealed interface Effect {

    /** Waits, in real time. */
    record Delay(Moment moment, Duration duration) implements Effect {}

    /** Closes the connection. */
    record Drop(Moment moment) implements Effect {}

    /** Sends the true answer's head and half its body, then closes the connection. */
    record Truncate() implements Effect {}

    /** Answers something else. */
    record Reply(Moment moment, int status, Map<String, String> headers, Content content) implements Effect {}

    /** Takes a field out of the true answer's JSON object. */
    record WithoutField(String name) implements Effect {}

    /** Puts a field into the true answer's JSON object; {@code value} is a String, Number, Boolean or null-free tree of them. */
    record WithField(String name, Object value) implements Effect {}

    /** Wraps the true answer in an odd way. */
    record Wrap(Wrapping wrapping) implements Effect {}

    /** Loses the request's {@code Authorization} header, as some proxies do. */
    record LoseAuthorization() implements Effect {}

    /** Lets something happen before the request is worked on. */
    record Happen(Event event) implements Effect {}
}
