package io.foxden.installation;

import io.foxden.Status;
import io.foxden.problem.Problem;
import java.util.List;

/**
 * The end of a reset.
 *
 * @param unread what could not be read, and went unread
 */
public record Forgotten(Status status, List<Problem> unread) {
    public Forgotten {
        unread = List.copyOf(unread);
    }
}
