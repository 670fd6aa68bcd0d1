package io.foxden.servlet;

import io.foxden.hal.Json;
import io.foxden.hal.MalformedDocumentException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What of an answer was said without the bundles, when it was given in the pseudo-language, whose every text is in
 * brackets. What is foreign stands in {@code <code>} or {@code <bdi>}, or in the brackets of the sentence that it is in.
 */
final class Unsaid {
    private static final Pattern PIECE = Pattern.compile("<(/?)([a-zA-Z0-9]+)([^>]*)>|([^<]+)");
    private static final Pattern READ_OUT =
            Pattern.compile("\\b(?:title|alt|aria-label|aria-description|placeholder|label)=\"([^\"]*)\"");
    private static final Pattern BUTTON = Pattern.compile("type=\"(?:submit|button|reset)\".*\\bvalue=\"([^\"]*)\"");
    private static final Pattern UNSEEN = Pattern.compile("(?s)<!.*?>|<style>.*?</style>|<script>.*?</script>");
    private static final Set<String> FOREIGN = Set.of("code", "bdi");
    /** They stand within a sentence; with any other a sentence has ended. */
    private static final Set<String> WITHIN = Set.of("code", "bdi", "time", "a", "span");

    private static final Set<String> SENTENCES = Set.of("title", "detail", "remedy");

    private final List<String> found = new ArrayList<>();
    private int depth;
    private int foreign;

    private Unsaid() {}

    /** In a page. */
    static List<String> on(String html) {
        Unsaid unsaid = new Unsaid();
        Matcher pieces = PIECE.matcher(UNSEEN.matcher(html).replaceAll(""));
        while (pieces.find()) {
            if (pieces.group(4) == null) {
                unsaid.tag(pieces.group(2), pieces.group(1).isEmpty(), pieces.group(3));
            } else {
                unsaid.text(pieces.group(4));
            }
        }
        unsaid.end("the page");
        return unsaid.found;
    }

    private void tag(String name, boolean opens, String attributes) {
        if (!WITHIN.contains(name)) {
            end(name);
        }
        if (FOREIGN.contains(name)) {
            foreign += opens ? 1 : -1;
        }
        for (Pattern attribute : List.of(READ_OUT, BUTTON)) {
            attribute.matcher(attributes).results().forEach(read -> found.addAll(in(read.group(1))));
        }
    }

    private void end(String where) {
        if (depth != 0) {
            found.add("a bracket that does not match before " + where);
            depth = 0;
        }
    }

    private void text(String text) {
        boolean bare = false;
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            depth += each == '[' ? 1 : each == ']' ? -1 : 0;
            bare = bare || (depth == 0 && foreign == 0 && Character.isLetterOrDigit(each));
        }
        if (bare) {
            found.add(text.strip());
        }
    }

    /** In a text by itself. */
    private static List<String> in(String text) {
        Unsaid unsaid = new Unsaid();
        unsaid.text(text);
        unsaid.end("the end of: " + text);
        return unsaid.found;
    }

    /** In a JSON document: what people read of it. */
    static List<String> inJson(String document) {
        try {
            List<String> found = new ArrayList<>();
            walk(Json.read(document), found);
            return found;
        } catch (MalformedDocumentException e) {
            return List.of("not JSON: " + document);
        }
    }

    private static void walk(Object value, List<String> found) {
        if (value instanceof List<?> list) {
            list.forEach(each -> walk(each, found));
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, each) -> {
                if (each instanceof String text && SENTENCES.contains(key)) {
                    found.addAll(in(text));
                } else if (each != null) {
                    walk(each, found);
                }
            });
        }
    }
}
