package io.foxden.testkit.hal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** A HAL document in the making. Not for several threads. */
public final class Document {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String RELS = "https://api.foxycart.com/rels";

    private final Addresses addresses;
    private final ObjectNode json = NODES.objectNode();
    private final ObjectNode links = json.putObject("_links");

    public Document(Addresses addresses) {
        this.addresses = addresses;
        links.putArray("curies")
                .addObject()
                .put("name", "fx")
                .put("href", RELS + "/{rel}")
                .put("templated", true);
    }

    /** A link to Foxy's documentation of relations, under its own address as relation. */
    public Document relsLink() {
        links.putObject(RELS).put("href", RELS).put("title", "Custom Link Relationships");
        return this;
    }

    public Document link(String rel, String path, String title) {
        links.putObject(rel).put("href", addresses.of(path)).put("title", title);
        return this;
    }

    /** A link with a {@code type}, as {@code fx:token} has. */
    public Document link(String rel, String path, String title, String type) {
        link(rel, path, title);
        links.withObjectProperty(rel).put("type", type);
        return this;
    }

    public Document put(String name, String value) {
        json.put(name, value);
        return this;
    }

    public Document put(String name, long value) {
        json.put(name, value);
        return this;
    }

    public Document put(String name, JsonNode value) {
        json.set(name, value);
        return this;
    }

    public Document putAll(Map<String, ?> properties) {
        properties.forEach((name, value) -> json.set(name, Json.node(value)));
        return this;
    }

    public Document embed(String rel, Iterable<? extends JsonNode> documents) {
        var array = json.putObject("_embedded").putArray(rel);
        documents.forEach(array::add);
        return this;
    }

    public ObjectNode json() {
        return json;
    }
}
