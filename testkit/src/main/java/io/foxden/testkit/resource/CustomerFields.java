package io.foxden.testkit.resource;

import io.foxden.testkit.request.BadRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The properties of a customer that can be written, and how long they may be. */
final class CustomerFields {
    private static final Map<String, Integer> LIMITS =
            Map.of("first_name", 50, "last_name", 50, "email", 100, "tax_id", 50, "is_anonymous", 5);

    private CustomerFields() {}

    /** The writable ones among those sent. @throws BadRequest with one message for each that is too long */
    static Map<String, Object> pick(Map<String, Object> sent) {
        Map<String, Object> picked = new LinkedHashMap<>(sent);
        picked.keySet().retainAll(LIMITS.keySet());
        List<String> problems = new ArrayList<>();
        picked.forEach((name, value) -> {
            int limit = LIMITS.getOrDefault(name, 0);
            if (value.toString().length() > limit) {
                problems.add(name + " must be no more than " + limit + " characters long.");
            }
            if (name.equals("email") && value.toString().isBlank()) {
                problems.add("email is required.");
            }
        });
        if (!problems.isEmpty()) {
            throw new BadRequest(problems);
        }
        return picked;
    }

    /** As {@link #pick}, for a whole customer: what was not sent is blank. */
    static Map<String, Object> whole(Map<String, Object> sent) {
        Map<String, Object> whole = new LinkedHashMap<>();
        whole.put("first_name", "");
        whole.put("last_name", "");
        whole.put("email", "");
        whole.put("tax_id", "");
        whole.put("is_anonymous", false);
        whole.putAll(sent);
        return pick(whole);
    }
}
