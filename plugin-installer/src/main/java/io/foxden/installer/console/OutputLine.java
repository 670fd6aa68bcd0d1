package io.foxden.installer.console;

import io.foxden.words.Message;
import io.foxden.words.Words;
import org.jspecify.annotations.Nullable;

/**
 * A line for people.
 *
 * @param indent so many blanks stand before it
 * @param label what the text is about; null for a sentence of its own
 * @param width what labels of lines below each other are filled up to
 */
public record OutputLine(int indent, @Nullable Message label, int width, Message text) {
    private static final int INDENT = 2;
    private static final int WIDTH = 20;

    public static OutputLine of(Message text) {
        return new OutputLine(0, null, 0, text);
    }

    /** What is the same in every language: an address, a code. */
    public static OutputLine asIs(Object text) {
        return of(Message.asIs(text.toString()));
    }

    /** One of several values, each behind its label. */
    public static OutputLine value(Message label, Object value) {
        return new OutputLine(
                INDENT, label, WIDTH, value instanceof Message text ? text : Message.asIs(value.toString()));
    }

    /** What is the same in every language, such as a time, and a sentence after it. */
    public static OutputLine before(String mark, Message text) {
        return new OutputLine(0, Message.asIs(mark), 0, text);
    }

    String in(Words words) {
        String before = " ".repeat(indent);
        return before + (label == null ? "" : filled(words.text(label))) + words.text(text);
    }

    private String filled(String said) {
        return said + " ".repeat(Math.max(0, width - said.length())) + " ";
    }
}
