package io.foxden.testkit.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class FormsTest {
    private static final URI PAGE = URI.create("http://127.0.0.1:8080/app/setup?x=1");

    @Test
    void sends_what_a_browser_sends() {
        Form form = form("""
                <form method="post" action="install">
                <input type="hidden" name="csrf" value="a&amp;b">
                <input name='site_url' value='https://shop.example.com/&quot;x&quot;'>
                <input type=checkbox name=agree checked> <input type="checkbox" name="news" value="yes">
                <input type="radio" name="store" value="1"><input type="radio" name="store" value="2" checked>
                <input name="off" value="1" disabled>
                <select name="scope"><option value="a">A<option selected>B &amp; C</select>
                <select name="first"><option value="f">F</option><option value="g">G</option></select>
                <textarea name="note">
                two
                lines</textarea>
                <button name="go" value="1">Go</button>
                <input type="submit" name="stop" value="Stop">
                </form>
                """);

        assertThat(form.method()).isEqualTo("POST");
        assertThat(form.target()).hasToString("http://127.0.0.1:8080/app/install");
        assertThat(form.encoded())
                .isEqualTo("csrf=a%26b&site_url=https%3A%2F%2Fshop.example.com%2F%22x%22&agree=on&store=2"
                        + "&scope=B+%26+C&first=f&note=two%0Alines");
    }

    @Test
    void a_pressed_button_is_sent_and_no_other() {
        Form form = form("<form method=post><button name=d value=yes> Yes,\n please </button>"
                + "<button name=d value=no>No</button><button type=button name=x>X</button></form>");

        assertThat(form.press("Yes, please").encoded()).isEqualTo("d=yes");
        assertThat(form.press("no").encoded()).isEqualTo("d=no");
        assertThatThrownBy(() -> form.press("X"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("button d No");
    }

    @Test
    void fields_are_filled_choices_chosen_and_boxes_ticked() {
        Form form = form("<form method=post><input name=a value=1><input type=checkbox name=b value=2>"
                + "<input type=radio name=c value=3><input type=radio name=c value=4 checked></form>");

        assertThat(form.fill("a", "ä").tick("b", true).fill("c", "3").encoded()).isEqualTo("a=%C3%A4&b=2&c=3");
        assertThat(form.value("c")).isEqualTo("4");
        assertThatThrownBy(() -> form.fill("c", "5")).hasMessageContaining("c with the value 5");
        assertThatThrownBy(() -> form.fill("z", "5")).hasMessageContaining("field z");
        assertThatThrownBy(() -> form.tick("a", true)).hasMessageContaining("checkbox a");
        assertThatThrownBy(() -> form.value("b")).hasMessageContaining("value for b");
    }

    @Test
    void a_form_by_get_puts_its_fields_into_the_address() {
        assertThat(form("<form action='/find?old=1#x'><input name=q value='a b'></form>")
                        .target())
                .hasToString("http://127.0.0.1:8080/find?q=a+b");
    }

    @Test
    void a_form_without_action_goes_to_its_own_page() {
        assertThat(form("<form method=POST></form>").target()).isEqualTo(PAGE);
        assertThat(form("<form method=POST action='?step=2'></form>").target())
                .hasToString("http://127.0.0.1:8080/app/setup?step=2");
    }

    @Test
    void comments_and_scripts_hold_no_forms() {
        List<Form> forms = page("<!-- <form></form> --><script>if (a < b) '<form></form>'</script>"
                        + "<style>p > a {}</style><form action=/one></form>")
                .forms();

        assertThat(forms).singleElement().hasToString("GET /one");
    }

    @Test
    void a_page_gives_its_text_and_links() {
        Page page = page("<!DOCTYPE html><title>T</title><p>1 &lt; 2 &#38; &#x33; &unknown; a<b>c</b></p>"
                + "<a href='../x?a=1&amp;b=2'>Try <em>again</em></a>");

        assertThat(page.text()).isEqualTo("T 1 < 2 & 3 &unknown; a c Try again");
        assertThat(page.link("Try again")).hasToString("http://127.0.0.1:8080/x?a=1&b=2");
        assertThatThrownBy(() -> page.link("Elsewhere")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void one_form_is_found_by_the_end_of_its_path() {
        Page page = page("<form action=/app/connect></form><form action=/app/reset></form>");

        assertThat(page.form("/reset").action().getPath()).isEqualTo("/app/reset");
        assertThatThrownBy(() -> page.form("")).hasMessageContaining("but 2");
        assertThatThrownBy(() -> page.form("/nothing")).hasMessageContaining("but 0");
    }

    private static Form form(String html) {
        return page(html).form("");
    }

    private static Page page(String html) {
        return new Page(PAGE, 200, name -> List.of(), html);
    }
}
