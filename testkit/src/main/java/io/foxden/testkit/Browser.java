package io.foxden.testkit;

import io.foxden.testkit.browser.Form;
import io.foxden.testkit.browser.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

/**
 * A small browser for tests: keeps cookies, fills in forms, and follows redirects only when told to, step by step.
 *
 * <pre>{@code
 * Page consent = browser.follow(browser.submit(page.form("/connect")));
 * Page callback = browser.follow(browser.submit(consent.form("/authorize").press("Approve")));
 * }</pre>
 *
 * <p>One browser is one person: not for several threads at once.
 */
public final class Browser {
    private static final int MAX_STEPS = 20;

    private final CookieManager cookies = new RawPathCookies();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(10))
            .cookieHandler(cookies)
            .build();

    /**
     * Opens an address, as if it was typed in.
     *
     * @throws UncheckedIOException where no whole answer comes within a minute
     */
    public Page open(URI address) {
        return send(request(address).GET().build());
    }

    /**
     * Sends a form, with the origin of its page as {@code Origin} where it is a POST.
     *
     * @throws UncheckedIOException where no whole answer comes within a minute
     */
    public Page submit(Form form) {
        if (form.method().equals("GET")) {
            return open(form.target());
        }
        URI page = form.page();
        return send(request(form.target())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", page.getScheme() + "://" + page.getAuthority())
                .POST(BodyPublishers.ofString(form.encoded()))
                .build());
    }

    /**
     * Goes one step, to where a redirect leads.
     *
     * @throws IllegalStateException where the page is no redirect
     */
    public Page follow(Page redirect) {
        return open(redirect.redirect()
                .orElseThrow(() -> new IllegalStateException("Not a redirect: " + redirect + ": " + redirect.text())));
    }

    /**
     * Goes on until a page is no redirect.
     *
     * @throws IllegalStateException after 20 steps
     */
    public Page followAll(Page first) {
        Page page = first;
        for (int step = 0; page.redirect().isPresent(); step++) {
            if (step == MAX_STEPS) {
                throw new IllegalStateException("Still redirected after " + MAX_STEPS + " steps, by " + page);
            }
            page = follow(page);
        }
        return page;
    }

    /** The cookies kept now. */
    public List<HttpCookie> cookies() {
        return List.copyOf(cookies.getCookieStore().getCookies());
    }

    public void forgetCookies() {
        cookies.getCookieStore().removeAll();
    }

    private static HttpRequest.Builder request(URI address) {
        return HttpRequest.newBuilder(address)
                .timeout(Duration.ofMinutes(1))
                .header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
    }

    private Page send(HttpRequest request) {
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            return new Page(
                    request.uri(),
                    response.statusCode(),
                    name -> response.headers().allValues(name),
                    response.body());
        } catch (IOException e) {
            throw new UncheckedIOException("No answer from " + request.uri().getAuthority() + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(
                    "Interrupted while waiting for " + request.uri().getAuthority(), e);
        }
    }
}
