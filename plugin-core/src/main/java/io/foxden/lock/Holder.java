package io.foxden.lock;

import io.foxden.words.Message;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who holds a lock, as it writes itself into the lock's file for those who wait.
 *
 * @param process its number and, where that is known, when it started
 * @param fence the number of this holding
 * @param longest so long may it be held
 */
record Holder(String process, long fence, Duration longest) {
    private static final Pattern TEXT =
            Pattern.compile("([0-9]{1,18} (?:[0-9TZ:.-]{1,40}|-)) (-?[0-9]{1,19}) ([0-9]{1,12}) *\n");

    private static final String THIS_PROCESS = thisProcess(ProcessHandle.current());

    /** Texts are of one length, so that writing one over another takes no room on a disk that is full. */
    static final int LENGTH = 120;

    static Holder here(long fence, Duration longest) {
        return new Holder(THIS_PROCESS, fence, longest);
    }

    /** Empty for a text that is none, such as that of a lock nobody holds. */
    static Optional<Holder> parse(String text) {
        Matcher parts = TEXT.matcher(text);
        try {
            return parts.matches()
                    ? Optional.of(new Holder(
                            parts.group(1),
                            Long.parseLong(parts.group(2)),
                            Duration.ofMillis(Long.parseLong(parts.group(3)))))
                    : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    byte[] text() {
        return line(process + " " + fence + " " + longest.toMillis());
    }

    /** What stands in the file while nobody holds the lock. */
    static byte[] nobody() {
        return line("");
    }

    /** Words for it. */
    Message description() {
        String number = process.substring(0, process.indexOf(' '));
        String started = process.substring(number.length() + 1);
        if (process.equals(THIS_PROCESS)) {
            return Message.of("lock/thread").with("process", number);
        }
        Message who = Message.of(started.equals("-") ? "lock/process" : "lock/process-since");
        return who.with("process", number).with("since", started);
    }

    /** The number alone would not do: in containers many have the same. */
    private static String thisProcess(ProcessHandle process) {
        return process.pid()
                + " "
                + process.info().startInstant().map(Instant::toString).orElse("-");
    }

    private static byte[] line(String text) {
        byte[] line = Arrays.copyOf(text.getBytes(StandardCharsets.US_ASCII), LENGTH);
        Arrays.fill(line, text.length(), LENGTH - 1, (byte) ' ');
        line[LENGTH - 1] = '\n';
        return line;
    }
}
