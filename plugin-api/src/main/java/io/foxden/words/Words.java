package io.foxden.words;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts messages into one language. In a bundle a text stands as it is to be said, with each argument's name in braces;
 * nothing else in it has a meaning, and nothing in an argument has. Never throws: a text that is missing is shown by its
 * key. What is made of it is text, to be escaped by whoever puts it into a page. Immutable, safe for many threads.
 */
public final class Words {
    /** A language that is none: each text in brackets, to see what was said without a bundle. */
    public static final Locale PSEUDO = Locale.forLanguageTag("en-XA");

    private static final Words ENGLISH = new Words(Locale.ENGLISH);
    private static final Pattern ARGUMENT = Pattern.compile("\\{([a-z_]+)}");

    private final Locale locale;

    private Words(Locale locale) {
        this.locale = locale;
    }

    public static Words english() {
        return ENGLISH;
    }

    /** The words of a language; where it lacks a text, or is not there at all, the English ones. */
    public static Words in(Locale locale) {
        return new Words(locale);
    }

    public Locale locale() {
        return locale;
    }

    public String text(Message message) {
        String pattern = Bundles.text(locale, message.key());
        return pattern == null ? bare(message) : filled(pattern, message.arguments());
    }

    /** A text without arguments. */
    public String text(String key) {
        return text(Message.of(key));
    }

    /** Whether there is such a text. */
    public boolean knows(String key) {
        return Bundles.text(locale, key) != null;
    }

    private String filled(String pattern, Map<String, Object> arguments) {
        Matcher names = ARGUMENT.matcher(pattern);
        return names.replaceAll(name -> Matcher.quoteReplacement(argument(name, arguments)));
    }

    private String argument(MatchResult name, Map<String, Object> arguments) {
        Object value = arguments.get(name.group(1));
        return value == null ? name.group() : value(value);
    }

    private String value(Object value) {
        if (value instanceof Message message) {
            return text(message);
        }
        return value instanceof List<?> list ? list(list) : value.toString();
    }

    private String list(List<?> list) {
        if (list.isEmpty()) {
            return text("words/nothing");
        }
        String first = value(list.get(0));
        return list.size() == 1
                ? first
                : text(Message.of("words/list").with("first", first).with("rest", list(list.subList(1, list.size()))));
    }

    private static String bare(Message message) {
        return message.key() + (message.arguments().isEmpty() ? "" : " " + message.arguments());
    }
}
