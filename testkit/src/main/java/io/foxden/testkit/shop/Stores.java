package io.foxden.testkit.shop;

import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The user's stores and their customers: 45 in each to begin with. Safe for use by several threads. */
public final class Stores {
    private static final int CUSTOMERS_EACH = 45;

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssZ").withZone(ZoneOffset.UTC);

    private final List<Store> seeds;
    private final Clock clock;
    private final Map<Integer, Store> stores = new LinkedHashMap<>();
    private final Map<Integer, Customer> customers = new LinkedHashMap<>();
    private int nextCustomer;

    public Stores(List<Store> seeds, Clock clock) {
        this.clock = clock;
        this.seeds = List.copyOf(seeds);
        reset();
    }

    /** Back to how it began. */
    public synchronized void reset() {
        stores.clear();
        customers.clear();
        nextCustomer = 1;
        for (Store seed : seeds) {
            stores.put(seed.id(), seed.with(born()));
            for (int n = 1; n <= CUSTOMERS_EACH; n++) {
                addCustomer(seed.id(), sample(n));
            }
        }
    }

    private Map<String, Object> born() {
        String now = DATE.format(clock.instant());
        return Map.of("date_created", now, "date_modified", now);
    }

    private Map<String, Object> touched() {
        return Map.of("date_modified", DATE.format(clock.instant()));
    }

    private static Map<String, Object> sample(int n) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("first_name", "First" + n);
        properties.put("last_name", "Last" + n);
        properties.put("email", "customer" + n + "@example.com");
        properties.put("tax_id", "");
        properties.put("is_anonymous", n % 5 == 0);
        return properties;
    }

    public synchronized Optional<Store> find(int id) {
        return Optional.ofNullable(stores.get(id));
    }

    /** By the order they were given in. */
    public synchronized List<Store> all() {
        return List.copyOf(stores.values());
    }

    public synchronized Optional<Store> change(int id, Map<String, Object> changes) {
        return Optional.ofNullable(
                stores.computeIfPresent(id, (key, store) -> store.with(changes).with(touched())));
    }

    public synchronized List<Customer> customersOf(int storeId) {
        return customers.values().stream().filter(c -> c.storeId() == storeId).toList();
    }

    public synchronized Optional<Customer> customer(int id) {
        return Optional.ofNullable(customers.get(id));
    }

    public synchronized Customer addCustomer(int storeId, Map<String, Object> properties) {
        Customer customer = new Customer(nextCustomer++, storeId, properties).with(born());
        customers.put(customer.id(), customer);
        return customer;
    }

    public synchronized Optional<Customer> changeCustomer(int id, Map<String, Object> changes) {
        return Optional.ofNullable(customers.computeIfPresent(
                id, (key, customer) -> customer.with(changes).with(touched())));
    }

    public synchronized void removeCustomer(int id) {
        customers.remove(id);
    }
}
