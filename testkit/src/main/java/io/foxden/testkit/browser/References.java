package io.foxden.testkit.browser;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Resolves HTML's character references: the numeric ones, and the few named ones that pages need. */
final class References {
    private static final Pattern REFERENCE = Pattern.compile("&(?:#([0-9]{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z]+));");
    private static final Map<String, String> NAMED = Map.of(
            "amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", "\u00a0", "ndash", "\u2013", "hellip",
            "\u2026");

    private References() {}

    static String resolve(String text) {
        return REFERENCE.matcher(text).replaceAll(match -> Matcher.quoteReplacement(one(match.group(), match)));
    }

    private static String one(String whole, MatchResult match) {
        if (match.group(1) != null) {
            return character(Integer.parseInt(match.group(1)), whole);
        }
        if (match.group(2) != null) {
            return character(Integer.parseInt(match.group(2), 16), whole);
        }
        return NAMED.getOrDefault(match.group(3), whole);
    }

    private static String character(int codePoint, String otherwise) {
        return Character.isValidCodePoint(codePoint) ? Character.toString(codePoint) : otherwise;
    }
}
