package io.foxden.setting;

import io.foxden.problem.Code;
import io.foxden.problem.OperatorException;
import io.foxden.problem.Problem;
import io.foxden.words.Message;
import java.net.URI;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is known about the integration, field by field, and which of it the vendor has fixed. Immutable. */
public final class ProjectDetails {
    private final Map<DetailField, String> values;
    private final Set<DetailField> fixed;

    public ProjectDetails(Map<DetailField, String> values, Set<DetailField> fixed) {
        this.values = copy(values);
        this.fixed = fixed.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(fixed));
    }

    /** Nothing known, nothing fixed. */
    public static ProjectDetails none() {
        return new ProjectDetails(Map.of(), Set.of());
    }

    public Optional<String> value(DetailField field) {
        return Optional.ofNullable(values.get(field));
    }

    /** What is known, in the fields' order. */
    public Map<DetailField, String> values() {
        return values;
    }

    /** What is known, under the names that requests use, in the fields' order. */
    public Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        values.forEach((field, value) -> parameters.put(field.parameter(), value));
        return Collections.unmodifiableMap(parameters);
    }

    /** Whether the value comes from the vendor's file, so that no request may change it. */
    public boolean fixedByVendor(DetailField field) {
        return fixed.contains(field);
    }

    /** The fields that Foxy demands and nobody has given. */
    public List<DetailField> missing() {
        return Arrays.stream(DetailField.values())
                .filter(field -> field.required() && !values.containsKey(field))
                .toList();
    }

    /**
     * These details with what a request gives. A blank value takes an open field back; for a fixed field it says nothing.
     *
     * @throws OperatorException with {@link Code#BAD_REQUEST}, naming every field whose value cannot be taken: too
     *     long, malformed, or another one than the vendor's
     */
    public ProjectDetails with(Map<DetailField, String> given) {
        Map<DetailField, String> changed = new EnumMap<>(DetailField.class);
        changed.putAll(values);
        Map<String, Message> wrong = new LinkedHashMap<>();
        for (Map.Entry<DetailField, String> entry : given.entrySet()) {
            try {
                put(changed, entry.getKey(), entry.getValue().strip());
            } catch (BadValueException e) {
                wrong.put(entry.getKey().parameter(), e.reason());
            }
        }
        if (!wrong.isEmpty()) {
            throw cannotBeTaken(wrong);
        }
        return new ProjectDetails(changed, fixed);
    }

    private static OperatorException cannotBeTaken(Map<String, Message> reasons) {
        List<Message> each = reasons.entrySet().stream()
                .map(field -> Message.of("setting/bad-field")
                        .with("field", field.getKey())
                        .with("reason", field.getValue()))
                .toList();
        Message what = Message.of("setting/bad-fields").with("fields", each);
        return new OperatorException(Problem.of(Code.BAD_REQUEST, what).withFields(List.copyOf(reasons.keySet())));
    }

    private void put(Map<DetailField, String> changed, DetailField field, String value) {
        if (fixed.contains(field)) {
            if (!value.isEmpty() && !value.equals(values.get(field))) {
                throw new BadValueException("setting/bad.fixed");
            }
        } else if (value.isEmpty()) {
            changed.remove(field);
        } else {
            changed.put(field, field.parse(value));
        }
    }

    /** These details, with a project name made of the site's host where nobody gave one. */
    public ProjectDetails withDefaults(URI siteUrl) {
        if (values.containsKey(DetailField.PROJECT_NAME)) {
            return this;
        }
        String name = Message.of("setting/project-name")
                .with("host", siteUrl.getHost())
                .toString();
        Map<DetailField, String> changed = new EnumMap<>(DetailField.class);
        changed.putAll(values);
        changed.put(DetailField.PROJECT_NAME, name.substring(0, Math.min(name.length(), Syntax.FIELD_LENGTH)));
        return new ProjectDetails(changed, fixed);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ProjectDetails details && details.values.equals(values) && details.fixed.equals(fixed);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return values.toString();
    }

    private static Map<DetailField, String> copy(Map<DetailField, String> values) {
        EnumMap<DetailField, String> copy = new EnumMap<>(DetailField.class);
        copy.putAll(values);
        return Collections.unmodifiableMap(copy);
    }
}
