package io.foxden.hal;

import java.util.HexFormat;

/**
 * JSON in which every character can be seen: in a terminal as well as in an editor, nothing in it steers, hides or turns
 * what stands around it. It means the same as before.
 */
final class VisibleJson {
    private static final HexFormat HEX = HexFormat.of();

    private VisibleJson() {}

    /** Controls, format characters and separators of lines stand inside of strings only. */
    static String of(String json) {
        int first = firstUnseen(json);
        if (first == json.length()) {
            return json;
        }
        StringBuilder visible = new StringBuilder(json.length() + 16).append(json, 0, first);
        json.codePoints().skip(json.codePointCount(0, first)).forEach(character -> append(visible, character));
        return visible.toString();
    }

    private static int firstUnseen(String json) {
        int at = 0;
        while (at < json.length() && !isUnseen(json.codePointAt(at))) {
            at += Character.charCount(json.codePointAt(at));
        }
        return at;
    }

    private static void append(StringBuilder visible, int character) {
        if (!isUnseen(character)) {
            visible.appendCodePoint(character);
            return;
        }
        for (char unit : Character.toChars(character)) {
            visible.append("\\u").append(HEX.toHexDigits(unit));
        }
    }

    private static boolean isUnseen(int character) {
        if (character < 0x7f) {
            return false; // below the blank there are only the line breaks of the indentation
        }
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
