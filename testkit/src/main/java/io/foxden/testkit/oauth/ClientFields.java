package io.foxden.testkit.oauth;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The fields of a client: which are required, how long they may be (Foxy: {@code fx:create_client}). */
final class ClientFields {
    private static final int LIMIT = 200;
    private static final Set<String> REQUIRED =
            Set.of("redirect_uri", "project_name", "company_name", "contact_name", "contact_email", "contact_phone");
    private static final List<String> ALL = List.of(
            "redirect_uri",
            "project_name",
            "project_description",
            "company_name",
            "company_url",
            "company_logo",
            "contact_name",
            "contact_email",
            "contact_phone",
            "javascript_origin_uri");

    private ClientFields() {}

    /** The fields that belong to a client, by name; others are passed over as Foxy does. */
    static Map<String, String> pick(Map<String, Object> sent) {
        Map<String, String> picked = new LinkedHashMap<>();
        for (String name : ALL) {
            Object value = sent.get(name);
            if (value != null) {
                picked.put(name, value.toString());
            }
        }
        return picked;
    }

    /** All fields in Foxy's order, those not given as empty strings. */
    static Map<String, String> complete(Map<String, String> fields) {
        Map<String, String> complete = new LinkedHashMap<>();
        ALL.forEach(name -> complete.put(name, fields.getOrDefault(name, "")));
        return complete;
    }

    /** One message for each wrong field of a whole client. */
    static List<String> problems(Map<String, String> fields) {
        List<String> problems = new ArrayList<>();
        for (String name : ALL) {
            String value = fields.getOrDefault(name, "");
            if (value.isBlank()) {
                if (REQUIRED.contains(name)) {
                    problems.add(name + " is required.");
                }
            } else if (value.codePointCount(0, value.length()) > LIMIT) {
                problems.add(name + " must be no more than " + LIMIT + " characters long.");
            } else if (name.equals("redirect_uri") && !isAbsolute(value)) {
                problems.add("redirect_uri must be an absolute URI without a fragment.");
            }
        }
        return problems;
    }

    private static boolean isAbsolute(String value) {
        try {
            URI uri = new URI(value);
            return uri.isAbsolute() && !uri.isOpaque() && uri.getHost() != null && uri.getFragment() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
