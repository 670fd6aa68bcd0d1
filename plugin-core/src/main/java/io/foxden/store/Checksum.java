package io.foxden.store;

import io.foxden.secret.Digest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A fingerprint of a record that tells damage. It is taken of what the record says, not of how the JSON is laid out or in
 * which order keys stand, so that no change of a JSON library makes an old record look damaged.
 */
final class Checksum {
    private final StringBuilder text = new StringBuilder();

    private Checksum() {}

    /** SHA-256 in hexadecimal. */
    static String of(String name, long version, Map<String, Object> content) {
        Checksum checksum = new Checksum();
        checksum.add(name);
        checksum.add(version);
        checksum.add(content);
        return Digest.sha256(checksum.text.toString());
    }

    /** Lengths in front and brackets around, so that different contents never give the same text. */
    private void add(Object value) {
        if (value instanceof Map<?, ?> map) {
            text.append('{');
            new TreeMap<>(map).forEach((key, each) -> {
                add(key);
                add(each);
            });
            text.append('}');
        } else if (value instanceof List<?> list) {
            text.append('[');
            list.forEach(this::add);
            text.append(']');
        } else if (value instanceof String string) {
            text.append('"').append(string.length()).append(':').append(string);
        } else {
            text.append(value).append(';'); // a whole number or a flag
        }
    }
}
