package io.foxden.soak;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Something that must not be.
 *
 * @param lately what happened in the last steps
 */
record Violation(String kind, String what, List<String> lately) {
    /** How many there are of each kind, with the first of it. */
    static String summary(List<Violation> violations) {
        return violations.stream()
                .map(Violation::kind)
                .distinct()
                .map(kind -> summary(
                        violations.stream()
                                .filter(each -> each.kind.equals(kind))
                                .toList(),
                        kind))
                .collect(Collectors.joining("\n"));
    }

    private static String summary(List<Violation> alike, String kind) {
        Violation first = alike.get(0);
        return alike.size() + " × " + kind + ", first: " + first.what + "\n        "
                + String.join("\n        ", first.lately);
    }
}
