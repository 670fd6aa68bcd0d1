package io.foxden.foreign;

/** One line in the making; takes no more of a long text than it keeps. */
final class CleanLine {
    private static final String CUT = "…";

    private final StringBuilder kept = new StringBuilder();
    private final int longest;
    private int length;
    private boolean blankOwed;

    private CleanLine(int longest) {
        this.longest = longest;
    }

    static String of(String text, int longest) {
        CleanLine line = new CleanLine(longest);
        for (int at = 0; at < text.length(); ) {
            int character = text.codePointAt(at);
            if (!line.takes(character)) {
                return line.cut();
            }
            at += Character.charCount(character);
        }
        return line.kept.toString();
    }

    /** False if there is no room left for it. */
    private boolean takes(int character) {
        if (isBlank(character)) {
            blankOwed = length > 0;
            return true;
        }
        if (isUnseen(character)) {
            return true;
        }
        int needed = blankOwed ? 2 : 1;
        if (length + needed > longest) {
            return false;
        }
        if (blankOwed) {
            kept.append(' ');
        }
        kept.appendCodePoint(character);
        length += needed;
        blankOwed = false;
        return true;
    }

    private String cut() {
        if (length == longest) {
            kept.setLength(kept.offsetByCodePoints(kept.length(), -1));
        }
        return kept.toString().stripTrailing() + CUT;
    }

    /** Controls among them: what one of them held apart stays apart. */
    private static boolean isBlank(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    /** Turns the direction of the text, hides in it, or is half of a character. */
    private static boolean isUnseen(int character) {
        int type = Character.getType(character);
        return type == Character.FORMAT || type == Character.SURROGATE;
    }
}
