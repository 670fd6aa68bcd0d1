package io.foxden.servlet.page;

import io.foxden.words.Message;
import io.foxden.words.Words;

/** A sentence around one value that the page marks up: what stands before it, and after it. */
public record Sentence(String before, String value, String after) {
    /** No text and no value has it, as it cannot be in HTML. */
    private static final String PLACE = "\0";

    /**
     * @param name of the argument that the value is; other arguments are in the message already
     */
    public static Sentence of(Words words, Message message, String name, String value) {
        String[] parts = words.text(message.with(name, PLACE)).split(PLACE, 2);
        return new Sentence(parts[0], value, parts.length > 1 ? parts[1] : "");
    }
}
