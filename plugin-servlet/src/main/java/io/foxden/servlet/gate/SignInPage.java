package io.foxden.servlet.gate;

import io.foxden.servlet.exchange.Request;
import io.foxden.servlet.page.Frame;
import io.foxden.servlet.page.Sentence;
import io.foxden.servlet.page.Spoken;
import io.foxden.words.Message;
import io.jstach.jstache.JStache;
import org.jspecify.annotations.Nullable;

/**
 * What every stranger sees: it says nothing of the installation.
 *
 * @param code what to fill in, from a login link or as it was typed
 * @param known whether the host knows the visitor, as somebody who is no administrator
 * @param wrong why the last attempt did not open the page
 */
@JStache(path = "sign-in")
record SignInPage(
        Frame frame, String code, boolean known, @Nullable String wrong) implements Spoken {
    private static final String COMMAND = "foxden login-link";

    static SignInPage plain(Request request, String code) {
        return new SignInPage(Frame.of(request, Message.of("servlet/gate/sign-in")), code, false, null);
    }

    SignInPage refused(Message why) {
        return new SignInPage(frame, code, known, frame.words().text(why));
    }

    SignInPage forKnown() {
        return new SignInPage(frame, code, true, wrong);
    }

    /** Which codes there are. */
    Sentence hint() {
        return Sentence.of(frame.words(), Message.of("servlet/gate/code-hint"), "command", COMMAND);
    }

    String html() {
        return SignInPageRenderer.of().execute(this);
    }
}
