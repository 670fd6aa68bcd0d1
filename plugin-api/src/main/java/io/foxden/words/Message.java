package io.foxden.words;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Something to be said, in no language yet: {@link Words} puts it in one. Immutable. Keys are in stored records: where a
 * key goes, an old record is shown without that text.
 *
 * @param key a package below {@code io.foxden}, a slash, and a name in the bundle of that package: {@code token/refused}
 * @param arguments what is filled in by name: text, a whole number ({@link Long}), an {@link Instant} to the second, a
 *     message, or a list of messages. Never a secret
 */
public record Message(String key, Map<String, Object> arguments) {
    private static final Pattern KEY = Pattern.compile("[a-z]+(/[a-z]+)*/[a-z0-9._-]+");
    private static final String AS_IS = "words/as-is";
    private static final String TEXT = "text";

    public Message {
        if (!KEY.matcher(key).matches()) {
            throw new IllegalArgumentException("Not the key of a text: " + key);
        }
        Map<String, Object> held = new LinkedHashMap<>();
        arguments.forEach((name, value) -> held.put(name, held(value)));
        arguments = Collections.unmodifiableMap(held);
    }

    public static Message of(String key) {
        return new Message(key, Map.of());
    }

    /** A text that is the same in every language: a name, an address, what somebody else said. */
    public static Message asIs(String text) {
        return of(AS_IS).with(TEXT, text);
    }

    /** Several sentences, one after the other; there is at least one. */
    public static Message sentences(List<Message> all) {
        Message row = all.get(all.size() - 1);
        for (int i = all.size() - 2; i >= 0; i--) {
            row = of("words/sentences").with("first", all.get(i)).with("rest", row);
        }
        return row;
    }

    /** With one argument more; what is none of the kinds that arguments have is taken as text. */
    public Message with(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(arguments);
        more.put(name, value);
        return new Message(key, more);
    }

    /** In English, which every key has; for exceptions and logs. */
    @Override
    public String toString() {
        return Words.english().text(this);
    }

    private static Object held(Object value) {
        if (value instanceof Integer number) {
            return number.longValue();
        }
        if (value instanceof Instant instant) {
            return instant.truncatedTo(ChronoUnit.SECONDS);
        }
        if (value instanceof List<?> list) {
            return list.stream()
                    .map(each -> each instanceof Message message ? message : asIs(String.valueOf(each)))
                    .toList();
        }
        return value instanceof Long || value instanceof Message ? value : String.valueOf(value);
    }
}
