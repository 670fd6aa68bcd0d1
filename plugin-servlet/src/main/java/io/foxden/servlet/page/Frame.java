package io.foxden.servlet.page;

import io.foxden.servlet.exchange.Request;
import io.foxden.words.Message;
import io.foxden.words.Words;
import org.jspecify.annotations.Nullable;

/**
 * What stands around every page.
 *
 * @param words in which the page speaks
 * @param title without the product's name
 * @param home the way to {@code /} below the base path, relative to the page's own address
 * @param signOut the form token of a session that can be ended; null for whoever has none
 */
public record Frame(
        Words words, String title, String home, @Nullable String signOut) {
    /** A frame for somebody who has no session. */
    public static Frame of(Request request, Message title) {
        Words words = request.words();
        return new Frame(words, words.text(title), request.home(), null);
    }

    /** The same for whoever has one. */
    public Frame signedIn(@Nullable String formToken) {
        return new Frame(words, title, home, formToken);
    }

    /** The language that the page is in. */
    public String language() {
        return words.locale().toLanguageTag();
    }

    /** The title with the product's name. */
    public String fullTitle() {
        return words.text(Message.of("servlet/page/title")
                .with("title", title)
                .with("product", Message.of("servlet/page/product")));
    }

    /** The style, as it stands in the page. */
    public String stylesheet() {
        return Stylesheet.TEXT;
    }
}
