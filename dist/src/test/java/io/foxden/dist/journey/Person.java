package io.foxden.dist.journey;

import io.foxden.testkit.Browser;
import io.foxden.testkit.browser.Form;
import io.foxden.testkit.browser.Page;
import java.net.URI;

/** Somebody in front of a browser; every page on the way is kept. */
public final class Person {
    private static final int MAX_STEPS = 20;

    private final Browser browser = new Browser();
    private final Transcript transcript;

    public Person(Transcript transcript) {
        this.transcript = transcript;
    }

    /** Opens an address and goes where it leads. */
    public Page open(URI address) {
        return onwards(browser.open(address));
    }

    /** Presses a button of the page's form that goes to an address that ends so, and goes where it leads. */
    public Page press(Page page, String form, String button) {
        return send(page.form(form).press(button));
    }

    public Page send(Form form) {
        return onwards(browser.submit(form));
    }

    /** Types the setup code, or another that opens the page. */
    public Page signIn(URI home, String code) {
        return send(open(home).form("/claim").fill("code", code));
    }

    /** What the server knows this browser by. */
    public String session() {
        return browser.cookies().stream()
                .filter(cookie -> cookie.getName().equals("foxden_session"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Nobody signed in"))
                .getValue();
    }

    private Page onwards(Page first) {
        Page page = kept(first);
        for (int step = 0; page.redirect().isPresent(); step++) {
            if (step == MAX_STEPS) {
                throw new AssertionError("Still redirected after " + MAX_STEPS + " steps, by " + page);
            }
            page = kept(browser.follow(page));
        }
        return page;
    }

    private Page kept(Page page) {
        transcript.add(page, page.body());
        return page;
    }
}
