package io.foxden.servlet.gate;

import io.foxden.servlet.page.Frame;
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
        Frame frame, String code, boolean known, @Nullable String wrong) {
    static SignInPage plain(String home, String code) {
        return new SignInPage(Frame.of("Sign in", home), code, false, null);
    }

    SignInPage refused(String why) {
        return new SignInPage(frame, code, known, why);
    }

    SignInPage forKnown() {
        return new SignInPage(frame, code, true, wrong);
    }

    String html() {
        return SignInPageRenderer.of().execute(this);
    }
}
