package io.foxden.testkit.shop;

import java.util.LinkedHashMap;
import java.util.Map;

/** A store: its number, and its properties by Foxy's names. */
public record Store(int id, Map<String, Object> properties) {

    /** A store like any other. */
    public static Store of(int id, String name, String domain) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("store_name", name);
        properties.put("store_domain", domain);
        properties.put("use_remote_domain", false);
        properties.put("store_url", "https://" + domain + ".example.com");
        properties.put("store_email", "shop@" + domain + ".example.com");
        properties.put("postal_code", "55401");
        properties.put("region", "MN");
        properties.put("country", "US");
        properties.put("locale_code", "en_US");
        properties.put("timezone", "America/Chicago");
        properties.put("is_active", true);
        return new Store(id, properties);
    }

    public String name() {
        return String.valueOf(properties.get("store_name"));
    }

    public String domain() {
        return String.valueOf(properties.get("store_domain"));
    }

    Store with(Map<String, Object> changes) {
        Map<String, Object> merged = new LinkedHashMap<>(properties);
        merged.putAll(changes);
        return new Store(id, merged);
    }
}
