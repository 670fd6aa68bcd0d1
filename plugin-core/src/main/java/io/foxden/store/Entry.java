package io.foxden.store;

import io.foxden.problem.Code;
import io.foxden.problem.Problem;

/**
 * One version of a record as it was read or written.
 *
 * @param version at least 1, and higher than that of every version before
 * @param recovered whether the newest version was damaged and this is the one before it
 */
public record Entry(String name, long version, Fields content, boolean recovered) {
    /** What to tell of a recovered one. */
    public Problem fallback() {
        String detail = "The newest version of record '" + name + "' was damaged; the one before it is used.";
        return Problem.of(Code.RECORD_UNREADABLE, detail)
                .withRemedy("Check the disk. The next change of the record mends it.");
    }
}
