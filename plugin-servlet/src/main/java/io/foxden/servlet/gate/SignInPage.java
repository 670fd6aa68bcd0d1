package io.foxden.servlet.gate;

import io.foxden.servlet.exchange.Answer;
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
 * @param known whether the host knows the visitor, as somebody who is no administrator
 * @param wrong why the last attempt did not open the page
 */
@JStache(path = "sign-in")
record SignInPage(Frame frame, boolean known, @Nullable String wrong) implements Spoken {
    private static final String COMMAND = "foxden login-link";

    static SignInPage plain(Request request) {
        return new SignInPage(Frame.of(request, Message.of("servlet/gate/sign-in")), false, null);
    }

    SignInPage refused(Message why) {
        return new SignInPage(frame, known, frame.words().text(why));
    }

    SignInPage forKnown() {
        return new SignInPage(frame, true, wrong);
    }

    /** Which codes there are. */
    Sentence hint() {
        return Sentence.of(frame.words(), Message.of("servlet/gate/code-hint"), "command", COMMAND);
    }

    /** As it stands in the page. */
    String script() {
        return LinkScript.TEXT;
    }

    Answer answer(int status) {
        return Answer.page(status, SignInPageRenderer.of().execute(this)).withScript(LinkScript.source());
    }
}
