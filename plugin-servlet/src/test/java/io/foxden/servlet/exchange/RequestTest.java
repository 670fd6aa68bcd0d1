package io.foxden.servlet.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.foxden.setting.ProxyHeader;
import io.foxden.setting.TrustedProxies;
import io.foxden.words.Languages;
import io.foxden.words.Words;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RequestTest {
    private static final List<Locale> TWO = List.of(Locale.ENGLISH, Locale.GERMAN);

    @Test
    void whoever_asks_is_answered_in_the_language_that_the_browser_names() {
        assertThat(german(new Languages(null, TWO)).words().locale()).isEqualTo(Locale.GERMAN);
        assertThat(german(new Languages(Words.PSEUDO, TWO)).words().locale()).isEqualTo(Words.PSEUDO);
    }

    @Test
    void an_answer_depends_on_the_browser_where_something_was_said_and_there_was_a_choice() {
        Request silent = german(new Languages(null, TWO));
        assertThat(silent.varies()).isFalse();
        silent.words();
        assertThat(silent.varies()).isTrue();

        Request settled = german(new Languages(Locale.GERMAN, TWO));
        settled.words();
        assertThat(settled.varies()).isFalse();
    }

    private static Request german(Languages languages) {
        return new Request(
                Fake.request("127.0.0.1", Map.of("Accept-Language", "de-AT, en;q=0.7")),
                new Base("", "/foxden"),
                new Forwarding(TrustedProxies.NONE, ProxyHeader.X_FORWARDED),
                languages);
    }
}
