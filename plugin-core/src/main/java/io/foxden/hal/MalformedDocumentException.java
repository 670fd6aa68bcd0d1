package io.foxden.hal;

/** The bytes are not the JSON that was expected. The message tells the place, never the content. */
public final class MalformedDocumentException extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedDocumentException(String message) {
        super(message);
    }
}
