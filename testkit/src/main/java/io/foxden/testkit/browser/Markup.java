package io.foxden.testkit.browser;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts HTML into tags and text: enough for well-made pages, no repair of broken ones. */
final class Markup {
    /** A piece of a page. */
    sealed interface Piece {}

    /** A start tag; names in lower case, values with character references resolved. */
    record Open(String name, Map<String, String> attributes) implements Piece {
        String attribute(String attribute) {
            return attributes.getOrDefault(attribute, "");
        }

        boolean has(String attribute) {
            return attributes.containsKey(attribute);
        }
    }

    /** An end tag. */
    record Close(String name) implements Piece {}

    /** Text between tags, character references resolved. */
    record Text(String text) implements Piece {}

    private static final Pattern PIECE = Pattern.compile(
            "<!--.*?-->|<![^>]*>|</([a-zA-Z][^\\s/>]*)[^>]*>|<([a-zA-Z][^\\s/>]*)((?:\"[^\"]*\"|'[^']*'|[^'\">])*)>|[^<]+|<",
            Pattern.DOTALL);
    private static final Pattern ATTRIBUTE =
            Pattern.compile("([^\\s=/\"'>]+)(?:\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s\"'>]+)))?");

    private Markup() {}

    static List<Piece> cut(String html) {
        List<Piece> pieces = new ArrayList<>();
        Matcher matcher = PIECE.matcher(html);
        int at = 0;
        while (matcher.find(at)) {
            at = matcher.end();
            if (matcher.group(1) != null) {
                pieces.add(new Close(matcher.group(1).toLowerCase(Locale.ROOT)));
            } else if (matcher.group(2) != null) {
                String name = matcher.group(2).toLowerCase(Locale.ROOT);
                pieces.add(new Open(name, attributes(matcher.group(3))));
                at = afterRawText(html, name, at);
            } else if (!matcher.group().startsWith("<!")) {
                pieces.add(new Text(References.resolve(matcher.group())));
            }
        }
        return pieces;
    }

    /** The content of scripts and styles is no markup: goes on at their end tag. */
    private static int afterRawText(String html, String name, int from) {
        if (!name.equals("script") && !name.equals("style")) {
            return from;
        }
        int end = html.toLowerCase(Locale.ROOT).indexOf("</" + name, from);
        return end < 0 ? html.length() : end;
    }

    private static Map<String, String> attributes(String text) {
        Map<String, String> attributes = new LinkedHashMap<>();
        Matcher matcher = ATTRIBUTE.matcher(text);
        while (matcher.find()) {
            String value = "";
            for (int group = 2; group <= 4; group++) {
                value = matcher.group(group) == null ? value : matcher.group(group);
            }
            attributes.putIfAbsent(matcher.group(1).toLowerCase(Locale.ROOT), References.resolve(value));
        }
        return attributes;
    }
}
