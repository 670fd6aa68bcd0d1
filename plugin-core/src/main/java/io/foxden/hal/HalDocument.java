package io.foxden.hal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object with links and embedded objects (draft-kelly-json-hal-11). Tolerant of what senders get wrong: a link or
 * an embedded object may stand alone or in an array, a number may be written as text, of a key that stands twice the
 * last counts. Immutable.
 */
public final class HalDocument {
    private static final String LINKS = "_links";
    private static final String EMBEDDED = "_embedded";
    private static final int MAX_LONG_DIGITS = 18;

    private final Map<String, Object> root;

    private HalDocument(Map<String, Object> root) {
        this.root = root;
    }

    /**
     * Reads one JSON object in UTF-8, UTF-16 or UTF-32, with or without a byte order mark.
     *
     * @throws MalformedDocumentException if it is not one, is nested deeper than 100 levels, or something follows it
     */
    public static HalDocument parse(byte[] json) throws MalformedDocumentException {
        try (JsonParser parser = Jackson.FACTORY.createParser(json)) {
            return read(parser);
        } catch (JsonProcessingException e) {
            throw Jackson.malformed(e);
        } catch (IOException e) {
            throw new MalformedDocumentException("hal/unreadable");
        }
    }

    /**
     * Reads one JSON object.
     *
     * @throws MalformedDocumentException as for bytes
     */
    public static HalDocument parse(String json) throws MalformedDocumentException {
        try (JsonParser parser = Jackson.FACTORY.createParser(json)) {
            return read(parser);
        } catch (JsonProcessingException e) {
            throw Jackson.malformed(e);
        } catch (IOException e) {
            throw new MalformedDocumentException("hal/unreadable");
        }
    }

    private static HalDocument read(JsonParser parser) throws IOException, MalformedDocumentException {
        return new HalDocument(PlainData.readObject(parser.disable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)));
    }

    /** A document without any content, for answers that have none. */
    public static HalDocument empty() {
        return new HalDocument(Map.of());
    }

    /** The first link of this relation. */
    public Optional<Link> link(String rel) {
        return links(rel).stream().findFirst();
    }

    /** All links of this relation, in order; those without an address are left out. */
    public List<Link> links(String rel) {
        List<Link> links = new ArrayList<>();
        for (Map<?, ?> each : oneOrMany(LINKS, rel)) {
            String href = plainText(each.get("href"));
            if (href != null) {
                links.add(new Link(
                        href,
                        Boolean.parseBoolean(plainText(each.get("templated"))),
                        plainText(each.get("name")),
                        plainText(each.get("type"))));
            }
        }
        return List.copyOf(links);
    }

    /** A property's text; of a number or a boolean, its text form. Empty for null, objects and arrays. */
    public Optional<String> text(String name) {
        return Optional.ofNullable(plainText(root.get(name)));
    }

    /** A whole number, whether written as a number or as text. */
    public OptionalLong number(String name) {
        Object value = root.get(name);
        if (value instanceof Integer || value instanceof Long) {
            return OptionalLong.of(((Number) value).longValue());
        }
        if (value instanceof Double number) {
            return whole(number);
        }
        String text = value instanceof String words ? words.strip() : "";
        boolean whole = text.matches("-?[0-9]{1," + MAX_LONG_DIGITS + "}");
        return whole ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
    }

    private static OptionalLong whole(double number) {
        try {
            return OptionalLong.of(new BigDecimal(number).longValueExact());
        } catch (ArithmeticException | NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    /** Whether there is a property of this name that is itself an object. */
    public boolean hasObject(String name) {
        return root.get(name) instanceof Map;
    }

    /** A property that is itself an object. */
    public Optional<HalDocument> object(String name) {
        return Optional.ofNullable(asObject(root.get(name))).map(HalDocument::new);
    }

    /** The embedded objects of this relation, in order. */
    public List<HalDocument> embedded(String rel) {
        return oneOrMany(EMBEDDED, rel).stream().map(HalDocument::new).toList();
    }

    /**
     * The document as a record or class of the caller's, read by Jackson; properties it does not know are ignored.
     *
     * @throws IllegalArgumentException if a property does not fit the type; the message names it, not its value
     */
    public <T> T as(Class<T> type) {
        try {
            return Jackson.Binding.MAPPER.convertValue(root, type);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("The answer cannot be read as " + type.getName() + place(e.getCause()));
        }
    }

    /** The whole document as indented JSON. */
    public String json() {
        return Json.write(root);
    }

    /** Names only: the values may be secret. */
    @Override
    public String toString() {
        return "HalDocument" + root.keySet();
    }

    private List<Map<String, Object>> oneOrMany(String section, String rel) {
        Map<String, Object> all = asObject(root.get(section));
        Object found = all == null ? null : all.get(rel);
        List<Map<String, Object>> objects = new ArrayList<>();
        for (Object each : found instanceof List<?> list ? list : List.of(found == null ? "" : found)) {
            Map<String, Object> object = asObject(each);
            if (object != null) {
                objects.add(object);
            }
        }
        return objects;
    }

    // All maps here come from PlainData.
    @SuppressWarnings("unchecked")
    private static @Nullable Map<String, Object> asObject(@Nullable Object value) {
        return value instanceof Map ? (Map<String, Object>) value : null;
    }

    private static @Nullable String plainText(@Nullable Object value) {
        return value == null || value instanceof Map || value instanceof List ? null : value.toString();
    }

    private static String place(@Nullable Throwable e) {
        if (!(e instanceof JsonMappingException mapping) || mapping.getPath().isEmpty()) {
            return "";
        }
        return mapping.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining(".", ": ", ""));
    }
}
