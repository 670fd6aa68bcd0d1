package io.foxden.installer.console;

/** Text from elsewhere, made safe for a terminal: what Foxy or a file says must not move the cursor or recolour. */
final class Plain {
    private Plain() {}

    /** The text with each control character but the line feed as a question mark. */
    static String text(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints().forEach(c -> plain.appendCodePoint(isHarmless(c) ? c : '?'));
        return plain.toString();
    }

    private static boolean isHarmless(int codePoint) {
        return codePoint == '\n'
                || (!Character.isISOControl(codePoint) && Character.getType(codePoint) != Character.FORMAT);
    }
}
