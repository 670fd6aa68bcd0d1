package io.foxden.installer;

import io.foxden.hal.Json;
import io.foxden.hal.MalformedDocumentException;
import io.foxden.problem.Code;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a command printed in the pseudo-language, and what of it came from no bundle. */
final class Said {
    /** What is the same in every language: options, placeholders, numbers and times, addresses, names in documents. */
    private static final List<Pattern> FOREIGN = Stream.of(
                    "-{1,2}[A-Za-z][a-z-]*(=[A-Z]+)*",
                    "[A-Z]+(=[A-Z]+)?(\\.\\.\\.)?",
                    "[-0-9:.TZ+]+",
                    "https?://.*",
                    "/.*",
                    "[a-z]+(_[a-z0-9]+)+:?",
                    "foxden_[A-Za-z0-9]+",
                    "[^A-Za-z]*")
            .map(Pattern::compile)
            .toList();

    private static final Set<String> CODES =
            Arrays.stream(Code.values()).map(Code::word).collect(Collectors.toSet());

    private static final Set<String> SENTENCES = Set.of("title", "detail", "remedy", "did", "help");

    private final Set<String> names;

    /** @param names of commands, and whatever else the test gave itself */
    Said(Set<String> names) {
        this.names = names;
    }

    /** The words on a terminal that are in no brackets and mean something in English. */
    List<String> outsideOfBundles(String text) {
        return withoutBrackets(text)
                .lines()
                .filter(line -> !CODES.contains(line.strip()))
                .flatMap(line -> Arrays.stream(line.strip().split("[\\s,|]+")))
                .filter(word -> !names.contains(word)
                        && FOREIGN.stream()
                                .noneMatch(foreign -> foreign.matcher(word).matches()))
                .toList();
    }

    /** The sentences in a JSON document that are in no brackets. */
    List<String> outsideOfBundlesInJson(String document) {
        try {
            List<String> found = new ArrayList<>();
            collect(Json.read(document), found);
            return found;
        } catch (MalformedDocumentException e) {
            throw new AssertionError("Not one JSON document: " + document, e);
        }
    }

    private void collect(Object value, List<String> found) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, inner) -> {
                if (inner instanceof String sentence && SENTENCES.contains(String.valueOf(name))) {
                    found.addAll(outsideOfBundles(sentence));
                } else if (inner != null) {
                    collect(inner, found);
                }
            });
        } else if (value instanceof List<?> list) {
            list.forEach(inner -> collect(inner, found));
        }
    }

    /** Brackets stand in brackets, as one text may be an argument of another. */
    private static String withoutBrackets(String text) {
        StringBuilder outside = new StringBuilder();
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '[' ? 1 : 0;
            if (depth == 0) {
                outside.append(c);
            }
            depth -= c == ']' ? 1 : 0;
        }
        return depth == 0 ? outside.toString() : text;
    }
}
