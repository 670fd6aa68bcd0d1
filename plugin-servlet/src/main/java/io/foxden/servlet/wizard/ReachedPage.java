package io.foxden.servlet.wizard;

import io.foxden.servlet.exchange.Request;
import io.foxden.servlet.page.Frame;
import io.foxden.servlet.page.Spoken;
import io.foxden.words.Message;
import io.jstach.jstache.JStache;

/** What a person sees who opens the address that is to be registered, and has come to the right place. */
@JStache(path = "reached")
record ReachedPage(Frame frame) implements Spoken {
    static ReachedPage of(Request request) {
        return new ReachedPage(Frame.of(request, Message.of("servlet/wizard/reached")));
    }

    String html() {
        return ReachedPageRenderer.of().execute(this);
    }
}
