package io.foxden.hal;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A link as the document gives it (draft-kelly-json-hal-11, section 5). Its address is a claim of the sender: whether it
 * may be followed is not decided here.
 *
 * @param href absolute or relative to the document, a template where {@code templated}
 * @param templated whether {@code href} is a template of RFC 6570
 * @param name tells apart the links of one relation
 * @param type the media type to expect
 */
public record Link(
        String href,
        boolean templated,
        @Nullable String name,
        @Nullable String type) {
    /** A form-style query expression, {@code {?a,b}} or {@code {&a,b}}: without values it stands for nothing. */
    private static final Pattern QUERY_EXPRESSION = Pattern.compile("\\{[?&][^{}]*}");

    public Link {
        Objects.requireNonNull(href);
    }

    /** The address with every query expression left out; empty where the template demands a value elsewhere. */
    public Optional<String> address() {
        if (!templated) {
            return Optional.of(href);
        }
        String expanded = QUERY_EXPRESSION.matcher(href).replaceAll("");
        return expanded.indexOf('{') < 0 ? Optional.of(expanded) : Optional.empty();
    }
}
