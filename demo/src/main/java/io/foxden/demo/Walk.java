package io.foxden.demo;

import io.foxden.config.Settings;
import io.foxden.hal.Json;
import io.foxden.hal.MalformedDocumentException;
import io.foxden.installation.Installation;
import io.foxden.setting.DetailField;
import io.foxden.testkit.Browser;
import io.foxden.testkit.Sandbox;
import io.foxden.testkit.browser.Form;
import io.foxden.testkit.browser.Page;
import io.foxden.words.Message;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** The administrator's way through the pages, and the owner's at Foxy, by one browser with cookies. */
final class Walk {
    private static final int OK = 200;

    private final Sandbox foxy;
    private final URI home;
    private final Settings settings;
    private final Stopwatch stopwatch;
    private final Consumer<WalkStep> narrator;
    private final Browser browser = new Browser();

    /** @param home address of Foxden's page, with a slash at the end */
    Walk(Sandbox foxy, URI home, Settings settings, Stopwatch stopwatch, Consumer<WalkStep> narrator) {
        this.foxy = foxy;
        this.home = home;
        this.settings = settings;
        this.stopwatch = stopwatch;
        this.narrator = narrator;
    }

    void go() throws IOException, StrandedException {
        Map<String, String> addresses = new LinkedHashMap<>();
        addresses.put("foxy", foxy.apiUrl().toString());
        addresses.put("page", home.toString());
        tell("start", addresses);
        Form details = signIn().form("/install");
        tell("details", sent(details));
        register(details);
        Page consent = ask();
        exchange(approve(consent));
        readStore();
        refresh();
        lookBack();
    }

    private Page signIn() throws IOException, StrandedException {
        Path file = settings.home().resolve("setup-code");
        String code = Files.readString(file).strip();
        Page page = browser.followAll(
                browser.submit(browser.open(home).form("/claim").fill("code", code)));
        tell("sign-in", Map.of("setup_code_file", file.toString()));
        return shown(page);
    }

    private static Map<String, String> sent(Form form) {
        Map<String, String> sent = new LinkedHashMap<>();
        sent.put("site_url", form.value("site_url"));
        for (DetailField field : DetailField.values()) {
            String value = form.value(field.parameter());
            if (!value.isEmpty()) {
                sent.put(field.parameter(), value);
            }
        }
        return sent;
    }

    private void register(Form details) throws StrandedException {
        shown(browser.followAll(browser.submit(details.press("Register only"))));
        Map<String, Object> client = part(status("registered"), "client");
        tell("register", facts(client, "client_id", "redirect_uri"));
    }

    /** To Foxy: the page's button, and the redirect it answers with. */
    private Page ask() throws StrandedException {
        Page redirect = browser.submit(shown(browser.open(home)).form("/connect"));
        String host = redirect.redirect().map(URI::getAuthority).orElseThrow(() -> stranded("connect", redirect));
        tell("connect", Map.of("host", host));
        return redirect;
    }

    /** At Foxy, whose stand-in approves at once, and back with a code. */
    private Page approve(Page redirect) throws StrandedException {
        Page approved = browser.follow(redirect);
        String back = approved.redirect().map(URI::getPath).orElseThrow(() -> stranded("authorize", approved));
        tell("authorize", Map.of("path", back));
        return approved;
    }

    private void exchange(Page approved) throws StrandedException {
        shown(browser.followAll(approved));
        Map<String, Object> connection = part(status("connected"), "connection");
        tell("exchange", facts(connection, "scope", "store_id", "access_token_expires_at"));
    }

    /** As a command beside the running server does it: the same home, another opening of it. */
    private void readStore() throws StrandedException {
        try (Installation foxden = Installation.open(settings)) {
            String name = foxden.api()
                    .follow("fx:store")
                    .text("store_name")
                    .orElseThrow(() -> new StrandedException(Message.of("demo/stranded.no-name")));
            tell("store", Map.of("store_name", name));
        }
    }

    private void refresh() throws StrandedException {
        shown(browser.followAll(browser.submit(shown(browser.open(home)).form("/refresh"))));
        Map<String, Object> connection = part(status("connected"), "connection");
        tell("refresh", facts(connection, "refreshed_at", "store_name"));
    }

    private void lookBack() throws StrandedException {
        if (!foxy.violations().isEmpty() || foxy.postsToClients() != 1) {
            throw new StrandedException(Message.of("demo/stranded.rules")
                    .with("count", foxy.postsToClients())
                    .with("rules", foxy.violations()));
        }
        tell("rules", Map.of("requests", String.valueOf(foxy.exchanges().size())));
    }

    /** The status document, which the browser's session opens. */
    private Map<String, Object> status(String phase) throws StrandedException {
        Page page = shown(browser.open(home.resolve("api/v1/status")));
        try {
            Map<String, Object> status = Json.read(page.body());
            if (!phase.equals(status.get("phase"))) {
                throw new StrandedException(Message.of("demo/stranded.phase")
                        .with("phase", String.valueOf(status.get("phase")))
                        .with("expected", phase)
                        .with("problem", String.valueOf(status.get("problem"))));
            }
            return status;
        } catch (MalformedDocumentException e) {
            throw new StrandedException(Message.of("demo/stranded.no-json").with("reason", e.reason()));
        }
    }

    private static Map<String, Object> part(Map<String, Object> status, String name) {
        Map<String, Object> part = new LinkedHashMap<>();
        if (status.get(name) instanceof Map<?, ?> found) {
            found.forEach((key, value) -> part.put(String.valueOf(key), String.valueOf(value)));
        }
        return part;
    }

    private static Map<String, String> facts(Map<String, Object> from, String... names) {
        Map<String, String> facts = new LinkedHashMap<>();
        for (String name : names) {
            facts.put(name, String.valueOf(from.get(name)));
        }
        return facts;
    }

    private static Page shown(Page page) throws StrandedException {
        if (page.status() != OK) {
            throw new StrandedException(
                    Message.of("demo/stranded.answer").with("answer", page).with("text", page.text()));
        }
        return page;
    }

    private static StrandedException stranded(String step, Page answer) {
        return new StrandedException(Message.of("demo/stranded." + step).with("answer", answer));
    }

    private void tell(String name, Map<String, String> facts) {
        narrator.accept(new WalkStep(name, Message.of("demo/step." + name), facts, stopwatch.lap()));
    }
}
