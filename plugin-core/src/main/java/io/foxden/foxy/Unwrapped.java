package io.foxden.foxy;

import io.foxden.hal.HalDocument;
import io.foxden.hal.MalformedDocumentException;
import io.foxden.http.HttpAnswer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The JSON object in the body of an answer, whatever its type and charset are said to be. */
final class Unwrapped {
    private Unwrapped() {}

    /**
     * Null where there is none. Read as JSON has to be written (RFC 8259, section 8.1) first, whatever is declared; what
     * is not that, as the declared charset, and at last as ISO 8859-1, which fits the words that matter in most others.
     */
    static @Nullable HalDocument document(HttpAnswer answer) {
        try {
            return answer.hasBody() ? HalDocument.parse(answer.body()) : null;
        } catch (MalformedDocumentException e) {
            HalDocument declared =
                    charset(answer).map(charset -> read(answer, charset)).orElse(null);
            return declared == null ? read(answer, StandardCharsets.ISO_8859_1) : declared;
        }
    }

    private static @Nullable HalDocument read(HttpAnswer answer, Charset charset) {
        try {
            return HalDocument.parse(new String(answer.body(), charset));
        } catch (MalformedDocumentException e) {
            return null;
        }
    }

    /** The charset that the answer declares, if there is one of that name. */
    static Optional<Charset> charset(HttpAnswer answer) {
        try {
            return answer.contentTypeParameter("charset").map(Charset::forName);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
