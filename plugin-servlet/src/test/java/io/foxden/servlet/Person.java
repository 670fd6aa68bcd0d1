package io.foxden.servlet;

import io.foxden.testkit.Browser;
import io.foxden.testkit.browser.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/** Somebody in front of a browser. */
final class Person {
    private final WebServer server;
    private final Browser browser = new Browser();

    private Person(WebServer server) {
        this.server = server;
    }

    static Person before(WebServer server) {
        return new Person(server);
    }

    /** Somebody who has typed the setup code. */
    static Person signedIn(WebServer server) {
        Person person = before(server);
        person.signIn(setupCode(server));
        return person;
    }

    static String setupCode(WebServer server) {
        try {
            return Files.readString(server.home().resolve("setup-code")).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Page signIn(String code) {
        return browser.followAll(browser.submit(open("/").form("/claim").fill("code", code)));
    }

    Page open(String path) {
        return browser.open(server.address(path));
    }

    /** Presses the button of the one form that leads there, and goes on to the page that is shown then. */
    Page press(Page page, String form) {
        return browser.followAll(browser.submit(page.form(form)));
    }

    Browser browser() {
        return browser;
    }

    String session() {
        return browser.cookies().stream()
                .filter(cookie -> cookie.getName().equals("foxden_session"))
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    /** The token that forms of the page carry. */
    String formToken() {
        return open("/").form("/sign-out").value("csrf");
    }

    /** Registers, goes to Foxy, and comes back with consent. */
    Page connect() {
        Page consent =
                browser.followAll(browser.submit(open("/").form("/install").press("Register and connect")));
        return browser.followAll(browser.submit(consent.form("/authorize").press("Approve")));
    }
}
