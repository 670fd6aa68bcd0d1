package io.foxden.store;

import io.foxden.problem.Code;
import io.foxden.problem.Problem;
import io.foxden.words.Message;

/**
 * One version of a record as it was read or written.
 *
 * @param version at least 1, and higher than that of every version before
 * @param recovered whether the newest version was damaged and this is the one before it
 */
public record Entry(String name, long version, Fields content, boolean recovered) {
    /** What to tell of a recovered one. */
    public Problem fallback() {
        return Problem.of(Code.RECORD_UNREADABLE, Message.of("store/fallback").with("name", name))
                .withNext(Message.of("store/fallback.next"));
    }
}
