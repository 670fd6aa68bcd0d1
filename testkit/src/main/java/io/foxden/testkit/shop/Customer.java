package io.foxden.testkit.shop;

import java.util.LinkedHashMap;
import java.util.Map;

/** A customer of a store, with its properties by Foxy's names. */
public record Customer(int id, int storeId, Map<String, Object> properties) {

    Customer with(Map<String, Object> changes) {
        Map<String, Object> merged = new LinkedHashMap<>(properties);
        merged.putAll(changes);
        return new Customer(id, storeId, merged);
    }
}
