package io.foxden.lock;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A process that holds a lock, as it writes itself into the lock's file for those who wait. */
record Holder(long pid, Optional<Instant> started) {
    private static final Pattern TEXT = Pattern.compile("([0-9]{1,18}) ([0-9TZ:.-]{1,40}|-)\n");

    static Holder here() {
        ProcessHandle process = ProcessHandle.current();
        return new Holder(process.pid(), process.info().startInstant());
    }

    String text() {
        return pid + " " + started.map(Instant::toString).orElse("-") + "\n";
    }

    String ownProcess() {
        return "another thread of this process (" + pid + ")";
    }

    /** Words for whoever wrote that text; "another process" where it is not readable. */
    static String describe(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            return "another process";
        }
        String since = parts.group(2).equals("-") ? "" : " (started " + parts.group(2) + ")";
        return "process " + parts.group(1) + since;
    }
}
