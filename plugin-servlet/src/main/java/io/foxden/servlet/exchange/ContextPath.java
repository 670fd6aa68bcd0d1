package io.foxden.servlet.exchange;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The application's context path in its spellings that mean the same and that servers write themselves: characters with a
 * meaning in addresses escaped or not, in capitals or small letters, with parameters at the end of a segment. A letter, a
 * digit, a dot or a slash that is escaped is another spelling, and none of these.
 *
 * @param text escaped as browsers send it
 */
record ContextPath(String text) {
    private static final Pattern ESCAPED = Pattern.compile("(?:[^%]|%[0-9A-Fa-f]{2})*");
    /** What stands in a path as it is (RFC 3986, section 3.3). */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._~!$&'()*+,;=:@/-]");

    private static final int ESCAPE = 3;
    private static final int HEX = 16;

    /**
     * Servers tell it as plain text, as it is escaped in addresses, or half of each; a percent sign is that of an escape
     * where all of them can be.
     */
    static ContextPath of(String told) {
        boolean escaped = ESCAPED.matcher(told).matches();
        StringBuilder text = new StringBuilder();
        for (byte octet : told.getBytes(StandardCharsets.UTF_8)) {
            int value = octet & 0xFF;
            boolean plain = value == '%'
                    ? escaped
                    : PLAIN.matcher(Character.toString(value)).matches();
            text.append(plain ? Character.toString(value) : String.format(Locale.ROOT, "%%%02X", value));
        }
        return new ContextPath(text.toString());
    }

    /** Where it ends in a raw path; -1 where that does not begin with it. Allocates nothing. */
    int endIn(String path) {
        int at = 0;
        int mine = 0;
        while (mine < text.length()) {
            if (text.charAt(mine) == '/') {
                at = afterParameters(path, at);
            }
            if (at >= path.length() || valueAt(path, at) != valueAt(text, mine)) {
                return -1;
            }
            at += lengthAt(path, at);
            mine += lengthAt(text, mine);
        }
        return text.isEmpty() ? 0 : afterParameters(path, at);
    }

    private static int afterParameters(String path, int at) {
        int end = at;
        if (at < path.length() && path.charAt(at) == ';') {
            end = path.indexOf('/', at);
        }
        return end < 0 ? path.length() : end;
    }

    private static int lengthAt(String path, int at) {
        return escapedAt(path, at) < 0 ? 1 : ESCAPE;
    }

    /** The character, or the byte that an escape stands for. */
    private static int valueAt(String path, int at) {
        int escaped = escapedAt(path, at);
        return escaped < 0 ? path.charAt(at) : escaped;
    }

    /** The byte of an escape that may stand for its character; -1 where there is none. */
    private static int escapedAt(String path, int at) {
        if (path.charAt(at) != '%' || at + 2 >= path.length()) {
            return -1;
        }
        int high = Character.digit(path.charAt(at + 1), HEX);
        int low = Character.digit(path.charAt(at + 2), HEX);
        int value = high * HEX + low;
        return high < 0 || low < 0 || isFixed(value) ? -1 : value;
    }

    /** What nobody escapes but to hide it, or what would be another path if it were not escaped. */
    private static boolean isFixed(int value) {
        return (value < 0x80 && Character.isLetterOrDigit(value)) || "-._/\\;".indexOf(value) >= 0 || value < ' ';
    }
}
