package io.foxden.http;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.io.CloseMode;

/** What becomes of a line after an answer: it rests for the next request, or is closed. */
final class LineEnd {
    private static final Duration LONGEST_REST = Duration.ofSeconds(30);
    private static final Pattern KEPT_ALIVE = Pattern.compile("(?i)timeout *= *([0-9]{1,6})");

    private final Lines lines;
    private final Line line;
    private final ClassicHttpResponse answer;
    private final boolean goesOn;
    private boolean over;

    /** @param goesOn whether the server will take another request on it */
    LineEnd(Lines lines, Line line, ClassicHttpResponse answer, boolean goesOn) {
        this.lines = lines;
        this.line = line;
        this.answer = answer;
        this.goesOn = goesOn;
    }

    /** The answer was read to its end. */
    void reached() {
        if (over) {
            return;
        }
        over = true;
        if (goesOn) {
            lines.rest(line, keptAlive());
        } else {
            line.close(CloseMode.IMMEDIATE);
        }
    }

    /** The rest of the answer is not wanted, or cannot be had. */
    void cut() {
        if (!over) {
            over = true;
            line.close(CloseMode.IMMEDIATE);
        }
    }

    /** As long as the server says, less a little for its word to come here, and not longer than is good. */
    private Duration keptAlive() {
        Header header = answer.getFirstHeader("Keep-Alive");
        Matcher timeout = KEPT_ALIVE.matcher(header == null ? "" : String.valueOf(header.getValue()));
        if (!timeout.find()) {
            return LONGEST_REST;
        }
        Duration announced =
                Duration.ofSeconds(Long.parseLong(timeout.group(1))).minusMillis(500);
        return announced.compareTo(LONGEST_REST) < 0 ? announced : LONGEST_REST;
    }
}
