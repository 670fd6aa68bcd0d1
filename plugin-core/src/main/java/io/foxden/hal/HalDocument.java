package io.foxden.hal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object with links and embedded objects (draft-kelly-json-hal-11). Tolerant of what senders get wrong: a link or
 * an embedded object may stand alone or in an array, a number may be written as text. Immutable.
 */
public final class HalDocument {
    private static final String LINKS = "_links";
    private static final String EMBEDDED = "_embedded";
    private static final int MAX_LONG_DIGITS = 18;

    private final ObjectNode root;

    private HalDocument(ObjectNode root) {
        this.root = root;
    }

    /**
     * Reads one JSON object in UTF-8.
     *
     * @throws MalformedDocumentException if it is not one, is nested deeper than 100 levels, names a key twice, or
     *     something follows it
     */
    public static HalDocument parse(byte[] json) throws MalformedDocumentException {
        try {
            if (Jackson.Binding.MAPPER.readTree(json) instanceof ObjectNode object) {
                return new HalDocument(object);
            }
            throw new MalformedDocumentException("not a JSON object");
        } catch (JsonProcessingException e) {
            throw Jackson.malformed(e);
        } catch (IOException e) {
            throw new MalformedDocumentException("not readable as text");
        }
    }

    /** A document without any content, for answers that have none. */
    public static HalDocument empty() {
        return new HalDocument(JsonNodeFactory.instance.objectNode());
    }

    /** The first link of this relation. */
    public Optional<Link> link(String rel) {
        return links(rel).stream().findFirst();
    }

    /** All links of this relation, in order; those without an address are left out. */
    public List<Link> links(String rel) {
        List<Link> links = new ArrayList<>();
        for (JsonNode each : oneOrMany(root.path(LINKS).path(rel))) {
            String href = plainText(each.get("href"));
            if (href != null) {
                links.add(new Link(
                        href,
                        each.path("templated").asBoolean(),
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
        JsonNode value = root.get(name);
        if (value == null) {
            return OptionalLong.empty();
        }
        if (value.isNumber()) {
            return value.canConvertToExactIntegral() && value.canConvertToLong()
                    ? OptionalLong.of(value.longValue())
                    : OptionalLong.empty();
        }
        String text = value.isTextual() ? value.textValue().strip() : "";
        boolean whole = text.matches("-?[0-9]{1," + MAX_LONG_DIGITS + "}");
        return whole ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
    }

    /** A property that is itself an object. */
    public Optional<HalDocument> object(String name) {
        return root.get(name) instanceof ObjectNode object ? Optional.of(new HalDocument(object)) : Optional.empty();
    }

    /** The embedded objects of this relation, in order. */
    public List<HalDocument> embedded(String rel) {
        List<HalDocument> found = new ArrayList<>();
        for (JsonNode each : oneOrMany(root.path(EMBEDDED).path(rel))) {
            if (each instanceof ObjectNode object) {
                found.add(new HalDocument(object));
            }
        }
        return List.copyOf(found);
    }

    /**
     * The document as a record or class of the caller's, read by Jackson; properties it does not know are ignored.
     *
     * @throws IllegalArgumentException if a property does not fit the type; the message names it, not its value
     */
    public <T> T as(Class<T> type) {
        try {
            return Jackson.Binding.MAPPER.treeToValue(root, type);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The answer cannot be read as " + type.getName() + place(e));
        }
    }

    /** The whole document as indented JSON. */
    public String json() {
        return root.toPrettyString();
    }

    /** Names only: the values may be secret. */
    @Override
    public String toString() {
        List<String> names = new ArrayList<>();
        root.fieldNames().forEachRemaining(names::add);
        return "HalDocument" + names;
    }

    private static Iterable<JsonNode> oneOrMany(JsonNode node) {
        return node.isArray() ? node : List.of(node);
    }

    private static @Nullable String plainText(@Nullable JsonNode value) {
        return value == null || value.isNull() || !value.isValueNode() ? null : value.asText();
    }

    private static String place(JsonProcessingException e) {
        if (!(e instanceof JsonMappingException mapping) || mapping.getPath().isEmpty()) {
            return "";
        }
        return mapping.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining(".", ": ", ""));
    }
}
