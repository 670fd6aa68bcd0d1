package io.foxden.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.foxden.testkit.browser.Page;
import io.foxden.testkit.wire.Answer;
import io.foxden.testkit.wire.Call;
import io.foxden.testkit.wire.Delivery;
import io.foxden.testkit.wire.HttpWire;
import io.foxden.testkit.wire.Origin;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BrowserTest {
    private HttpWire site;

    @BeforeEach
    void start() {
        site = HttpWire.bind(0, 0);
        site.serve(call -> new Delivery.Whole(answer(call)));
    }

    @AfterEach
    void stop() {
        site.close();
    }

    private static Answer answer(Call call) {
        return switch (call.path()) {
            case "/" -> html("<form method=post action=/enter><input name=code><button>Enter</button></form>");
            case "/enter" ->
                Answer.of(303)
                        .withHeader("Location", "in?by=form")
                        .withHeader("Set-Cookie", "session=s1; Max-Age=60; HttpOnly");
            case "/in" ->
                html("cookie " + call.header("Cookie").orElse("none") + " origin "
                        + call.header("Origin").orElse("none"));
            case "/with%20space/enter" -> Answer.of(200).withHeader("Set-Cookie", "session=s2; Path=/with%20space");
            case "/with%20space/in", "/with/in" ->
                html("cookie " + call.header("Cookie").orElse("none"));
            case "/echo" -> html(call.body() + " from " + call.header("Origin").orElse("nowhere"));
            default -> Answer.of(302).withHeader("Location", "/round");
        };
    }

    private static Answer html(String body) {
        return Answer.of(200, "text/html", body);
    }

    @Test
    void a_form_is_filled_in_and_its_redirect_followed_with_the_cookie() {
        Browser browser = new Browser();
        Page sent = browser.submit(
                browser.open(site.address(Origin.API)).form("/enter").fill("code", "1"));

        assertThat(sent.status()).isEqualTo(303);
        assertThat(sent.redirect()).contains(site.address(Origin.API).resolve("/in?by=form"));
        assertThat(browser.follow(sent).text()).isEqualTo("cookie session=s1 origin none");
        assertThat(browser.cookies()).singleElement().satisfies(cookie -> {
            assertThat(cookie.getName()).isEqualTo("session");
            assertThat(cookie.isHttpOnly()).isTrue();
        });
    }

    @Test
    void a_post_names_the_origin_of_its_page() {
        Browser browser = new Browser();
        Page page = new Page(
                site.address(Origin.API),
                200,
                name -> List.of(),
                "<form method=post action=/echo><input name=a value=b></form>");

        assertThat(browser.submit(page.form("")).text())
                .isEqualTo("a=b from " + site.address(Origin.API).toString().replaceFirst("/$", ""));
    }

    @Test
    void each_browser_has_cookies_of_its_own_and_can_forget_them() {
        Browser one = new Browser();
        one.open(site.address(Origin.API).resolve("/enter"));
        assertThat(new Browser().open(site.address(Origin.API).resolve("/in")).text())
                .startsWith("cookie none");

        one.forgetCookies();
        assertThat(one.open(site.address(Origin.API).resolve("/in")).text()).startsWith("cookie none");
    }

    @Test
    void redirects_are_followed_to_their_end_but_not_for_ever() {
        Browser browser = new Browser();
        Page entered = browser.open(site.address(Origin.API).resolve("/enter"));

        assertThat(browser.followAll(entered).text()).startsWith("cookie session=s1");
        assertThatThrownBy(() ->
                        browser.followAll(browser.open(site.address(Origin.API).resolve("/round"))))
                .hasMessageContaining("20 steps");
        assertThatThrownBy(() -> browser.follow(browser.open(site.address(Origin.API))))
                .hasMessageContaining("Not a redirect");
    }

    @Test
    void a_cookie_for_an_escaped_path_comes_back_there_and_nowhere_else() {
        Browser browser = new Browser();
        browser.open(site.address(Origin.API).resolve("/with%20space/enter"));
        assertThat(browser.open(site.address(Origin.API).resolve("/with%20space/in"))
                        .text())
                .isEqualTo("cookie session=s2");
        assertThat(browser.open(site.address(Origin.API).resolve("/with/in")).text())
                .isEqualTo("cookie none");
    }
}
