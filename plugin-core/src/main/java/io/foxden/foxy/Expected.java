package io.foxden.foxy;

import io.foxden.hal.HalDocument;
import io.foxden.http.HttpAnswer;

/** What the document of a 2xx answer has to be like, so that the answer is taken for Foxy's own. */
@FunctionalInterface
public interface Expected {
    /**
     * HAL by name, no content at all, or of a shape that Foxy documents: links, tokens, a client. A JSON object that says
     * nothing of the kind may come from anybody, such as the network of a hotel that wants a password first.
     */
    Expected ANYTHING = (answer, document) -> answer.listed("Content-Type").contains("application/hal+json")
            || !answer.hasBody()
            || document.hasObject("_links")
            || document.hasObject("_embedded")
            || document.text("access_token").isPresent()
            || document.text("client_secret").isPresent();

    boolean in(HttpAnswer answer, HalDocument document);
}
