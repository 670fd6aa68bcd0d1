package io.foxden.installer.console;

import java.util.Locale;

/**
 * Text from elsewhere, made safe for a terminal: what Foxy, a file or an argument says must not move the cursor, recolour,
 * turn the direction of the text, or begin a line of its own. It was cleaned where it came in; this is the last door.
 */
final class Plain {
    private Plain() {}

    /** One line: with each character that does more than stand there as a question mark. */
    static String text(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints().forEach(c -> plain.appendCodePoint(isHarmless(c) ? c : '?'));
        return plain.toString();
    }

    /** A JSON document (RFC 8259): the same characters as escapes, which only strings can hold; lines stay lines. */
    static String json(String document) {
        StringBuilder plain = new StringBuilder(document.length());
        document.codePoints().forEach(c -> {
            if (c == '\n' || isHarmless(c)) {
                plain.appendCodePoint(c);
            } else {
                for (char unit : Character.toChars(c)) {
                    plain.append(String.format(Locale.ROOT, "\\u%04x", (int) unit));
                }
            }
        });
        return plain.toString();
    }

    private static boolean isHarmless(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> false;
            default -> true;
        };
    }
}
