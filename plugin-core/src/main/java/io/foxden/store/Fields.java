package io.foxden.store;

import io.foxden.problem.Code;
import io.foxden.problem.OperatorException;
import io.foxden.words.Message;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The content of a record: named texts, whole numbers, flags, instants, and lists or groups of them, in the order they
 * were put in. Immutable. Values are never printed.
 *
 * <p>Reading a value as what it is not throws {@link OperatorException} with {@link Code#RECORD_UNREADABLE}: content
 * comes from a store, and a wrong type there is a damaged or foreign record.
 */
public final class Fields {
    private static final Fields NONE = new Fields(Map.of(), Message.of("store/origin.none"));

    /** Values are String, Long, Boolean, Fields, or a List of String or of Fields. */
    private final Map<String, Object> values;

    private final Message origin;

    private Fields(Map<String, Object> values, Message origin) {
        this.values = values;
        this.origin = origin;
    }

    public static Fields none() {
        return NONE;
    }

    public Fields with(String key, String text) {
        return put(key, text);
    }

    public Fields with(String key, long number) {
        return put(key, number);
    }

    public Fields with(String key, boolean flag) {
        return put(key, flag);
    }

    /** Kept as ISO-8601 text in UTC, to the nanosecond. */
    public Fields with(String key, Instant instant) {
        return put(key, instant.toString());
    }

    public Fields with(String key, Fields group) {
        return put(key, group);
    }

    public Fields withList(String key, List<Fields> groups) {
        return put(key, List.copyOf(groups));
    }

    public Fields withTexts(String key, List<String> texts) {
        return put(key, List.copyOf(texts));
    }

    /** With the text if there is one, else without that key. */
    public Fields withOptional(String key, @Nullable String text) {
        return text == null ? without(key) : with(key, text);
    }

    public Fields without(String key) {
        Map<String, Object> rest = new LinkedHashMap<>(values);
        rest.remove(key);
        return new Fields(Collections.unmodifiableMap(rest), origin);
    }

    public boolean has(String key) {
        return values.containsKey(key);
    }

    public Set<String> keys() {
        return values.keySet();
    }

    /** All there is: values are String, Long, Boolean, Fields, or a List of String or of Fields. */
    Map<String, Object> values() {
        return values;
    }

    public Optional<String> text(String key) {
        return value(key, String.class, "store/field.not-text");
    }

    /** A text that must be there; its absence makes the record unreadable. */
    public String required(String key) {
        return text(key).orElseThrow(() -> unreadable(key, "store/field.missing"));
    }

    public OptionalLong number(String key) {
        return value(key, Long.class, "store/field.not-number").stream()
                .mapToLong(Long::longValue)
                .findAny();
    }

    /** False where there is none. */
    public boolean flag(String key) {
        return value(key, Boolean.class, "store/field.not-flag").orElse(false);
    }

    public Optional<Instant> instant(String key) {
        return text(key).map(text -> parsed(key, text));
    }

    /** A group of fields. */
    public Optional<Fields> fields(String key) {
        return value(key, Fields.class, "store/field.not-group");
    }

    /** A list of groups, empty where there is none. */
    public List<Fields> list(String key) {
        return elements(key, Fields.class, "store/field.not-groups");
    }

    /** A list of texts, empty where there is none. */
    public List<String> texts(String key) {
        return elements(key, String.class, "store/field.not-texts");
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Fields fields && values.equals(fields.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    /** The keys only. */
    @Override
    public String toString() {
        return "Fields" + values.keySet();
    }

    /**
     * Fields from what a JSON library reads.
     *
     * @param origin where they come from, within a sentence: "record 'client'"
     * @throws IllegalArgumentException if a value is of a kind that fields do not hold; the message names its key only
     */
    static Fields ofPlain(Map<?, ?> plain, Message origin) {
        Map<String, Object> values = new LinkedHashMap<>();
        plain.forEach((key, value) -> values.put(checked(String.valueOf(key)), ofPlainValue(key, value, origin)));
        return new Fields(Collections.unmodifiableMap(values), origin);
    }

    /** The same as maps, lists, texts, numbers and flags, which a JSON library writes. */
    public Map<String, Object> plain() {
        Map<String, Object> plain = new LinkedHashMap<>();
        values.forEach((key, value) -> plain.put(key, plainValue(value)));
        return plain;
    }

    private static Object plainValue(Object value) {
        if (value instanceof Fields fields) {
            return fields.plain();
        }
        if (value instanceof List<?> list) {
            return list.stream().map(Fields::plainValue).toList();
        }
        return value;
    }

    private static Object ofPlainValue(Object key, @Nullable Object value, Message origin) {
        if (value instanceof String || value instanceof Boolean || value instanceof Long) {
            return value;
        }
        if (value instanceof Integer number) {
            return number.longValue();
        }
        if (value instanceof Map<?, ?> map) {
            return ofPlain(
                    map, Message.of("store/origin.within").with("outer", origin).with("key", key));
        }
        if (value instanceof List<?> list) {
            return ofPlainList(key, list, origin);
        }
        throw new IllegalArgumentException("Field '" + key + "' is of a kind that records do not hold");
    }

    private static List<Object> ofPlainList(Object key, List<?> list, Message origin) {
        List<Object> values = new ArrayList<>();
        for (Object element : list) {
            Object value = ofPlainValue(key, element, origin);
            boolean alike = values.isEmpty() || values.get(0).getClass() == value.getClass();
            if (!alike || !(value instanceof String || value instanceof Fields)) {
                throw new IllegalArgumentException("List '" + key + "' holds what records do not hold in lists");
            }
            values.add(value);
        }
        return List.copyOf(values);
    }

    private static String checked(String key) {
        if (key.isBlank()) {
            throw new IllegalArgumentException("A field's key must not be blank");
        }
        return key;
    }

    private Fields put(String key, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(values);
        more.put(checked(key), value);
        return new Fields(Collections.unmodifiableMap(more), origin);
    }

    private <T> Optional<T> value(String key, Class<T> type, String otherwise) {
        Object value = values.get(key);
        if (value != null && !type.isInstance(value)) {
            throw unreadable(key, otherwise);
        }
        return Optional.ofNullable(value).map(type::cast);
    }

    private <T> List<T> elements(String key, Class<T> type, String otherwise) {
        List<?> list =
                value(key, List.class, otherwise).map(found -> (List<?>) found).orElse(List.of());
        if (!list.stream().allMatch(type::isInstance)) {
            throw unreadable(key, otherwise);
        }
        return list.stream().map(type::cast).toList();
    }

    private Instant parsed(String key, String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw unreadable(key, "store/field.not-instant");
        }
    }

    private OperatorException unreadable(String key, String what) {
        return new OperatorException(
                Code.RECORD_UNREADABLE, Message.of(what).with("key", key).with("origin", origin));
    }
}
