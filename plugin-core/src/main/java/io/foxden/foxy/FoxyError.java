package io.foxden.foxy;

import io.foxden.foreign.Foreign;
import io.foxden.hal.HalDocument;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an error document says, in either of Foxy's two forms (Foxy: "Error document").
 *
 * @param oauth the stable word of an OAuth error (RFC 6749, section 5.2)
 */
record FoxyError(
        String message, @Nullable String logref, @Nullable String oauth) {
    /**
     * @param presentable makes the server's words fit to be shown
     * @return null if this is no error document of Foxy's
     */
    static @Nullable FoxyError in(HalDocument document, UnaryOperator<String> presentable) {
        List<HalDocument> errors = document.embedded("fx:errors");
        return errors.isEmpty() ? oauth(document, presentable) : listed(errors, presentable);
    }

    /** What was said, after the stable word where there is one. */
    String words() {
        return words(message, oauth);
    }

    static String words(String message, @Nullable String oauth) {
        return oauth == null || message.startsWith(oauth) ? message : oauth + ": " + message;
    }

    private static FoxyError listed(List<HalDocument> errors, UnaryOperator<String> presentable) {
        String messages = errors.stream()
                .map(error -> error.text("message").orElse("(no message)"))
                .collect(Collectors.joining("; "));
        Optional<String> logref =
                errors.stream().flatMap(error -> error.text("logref").stream()).findFirst();
        return new FoxyError(
                presentable.apply(messages),
                logref.map(presentable).map(Foreign::reference).orElse(null),
                null);
    }

    private static @Nullable FoxyError oauth(HalDocument document, UnaryOperator<String> presentable) {
        return document.text("error")
                .flatMap(Foreign::errorWord)
                .map(word -> {
                    String description =
                            presentable.apply(document.text("error_description").orElse(word));
                    return new FoxyError(description.isEmpty() ? word : description, null, word);
                })
                .orElse(null);
    }
}
