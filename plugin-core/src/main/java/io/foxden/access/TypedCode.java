package io.foxden.access;

import io.foxden.secret.RandomText;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A code for people: 20 characters of Crockford's alphabet, 100 bits, shown in groups of five. However it is typed, with
 * small letters, other dashes or blanks, or with an O for a zero, it is the same code.
 */
final class TypedCode {
    private static final int LENGTH = 20;
    private static final int GROUP = 5;
    private static final int LONGEST_TYPED = 100;
    private static final Pattern CODE = Pattern.compile("[0-9A-HJKMNP-TV-Z]{" + LENGTH + "}");

    private TypedCode() {}

    /** A new code as it is shown, such as {@code 7K2QX-…}. */
    static String random(RandomText random) {
        return random.typeable(LENGTH).replaceAll("(.{" + GROUP + "})(?!$)", "$1-");
    }

    /** The 20 characters of what somebody typed; empty if it cannot be a code. */
    static Optional<String> characters(String typed) {
        if (typed.length() > LONGEST_TYPED) {
            return Optional.empty();
        }
        StringBuilder characters = new StringBuilder();
        typed.chars().filter(TypedCode::counts).forEach(each -> characters.append((char) each));
        String code = characters
                .toString()
                .toUpperCase(Locale.ROOT)
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        return Optional.of(code).filter(candidate -> CODE.matcher(candidate).matches());
    }

    private static boolean counts(int character) {
        return !Character.isWhitespace(character)
                && !Character.isSpaceChar(character)
                && Character.getType(character) != Character.DASH_PUNCTUATION;
    }
}
