package io.foxden.servlet.exchange;

import io.foxden.problem.Code;
import io.foxden.problem.OperatorException;
import io.foxden.words.Message;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a query or of a form, decoded as UTF-8 (WHATWG URL, application/x-www-form-urlencoded). A field that
 * stands there twice has no value at all: two readers might each take another one. Immutable.
 */
public final class Parameters {
    private static final int MOST_FIELDS = 100;

    private final Map<String, List<String>> values;

    private Parameters(Map<String, List<String>> values) {
        this.values = values;
    }

    public static Parameters none() {
        return new Parameters(Map.of());
    }

    /** @throws OperatorException BAD_REQUEST where it is not UTF-8, or wrongly escaped, or has more than 100 fields */
    public static Parameters parse(@Nullable String encoded) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        if (encoded != null) {
            for (String pair : encoded.split("&", MOST_FIELDS + 1)) {
                if (!pair.isEmpty()) {
                    add(values, pair);
                }
            }
        }
        return of(values);
    }

    static Parameters of(Map<String, List<String>> values) {
        if (values.values().stream().mapToInt(List::size).sum() > MOST_FIELDS) {
            throw bad(Message.of("servlet/exchange/too-many").with("most", MOST_FIELDS));
        }
        return new Parameters(Collections.unmodifiableMap(values));
    }

    private static void add(Map<String, List<String>> values, String pair) {
        int equals = pair.indexOf('=');
        String name = FormText.decode(equals < 0 ? pair : pair.substring(0, equals));
        String value = equals < 0 ? "" : FormText.decode(pair.substring(equals + 1));
        values.computeIfAbsent(name, absent -> new ArrayList<>()).add(value);
    }

    /**
     * The value of a field; null where it is absent.
     *
     * @throws OperatorException BAD_REQUEST where the field is given more than once
     */
    public @Nullable String one(String name) {
        List<String> given = values.getOrDefault(name, List.of());
        if (given.size() > 1) {
            throw bad(Message.of("servlet/exchange/twice")
                    .with("name", FormText.shown(name))
                    .with("count", given.size()));
        }
        return given.isEmpty() ? null : given.get(0);
    }

    /** The value of a field; empty text where it is absent. */
    public String text(String name) {
        String value = one(name);
        return value == null ? "" : value;
    }

    public Set<String> names() {
        return values.keySet();
    }

    /** Every field with its one value, in the order given. */
    public Map<String, String> each() {
        Map<String, String> each = new LinkedHashMap<>();
        for (String name : names()) {
            each.put(name, text(name));
        }
        return each;
    }

    int count(String name) {
        return values.getOrDefault(name, List.of()).size();
    }

    /** Names only: a value may be a code or a token. */
    @Override
    public String toString() {
        return "Parameters" + names();
    }

    static OperatorException bad(Message what) {
        return new OperatorException(Code.BAD_REQUEST, what);
    }
}
