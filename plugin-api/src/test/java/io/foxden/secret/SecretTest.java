package io.foxden.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SecretTest {
    private final RandomText random = new RandomText(new SecureRandom());

    @Test
    void a_secret_prints_as_hidden_wherever_it_is() {
        Secret secret = Secret.of("s3cret");

        assertThat(secret).hasToString("hidden");
        assertThat(List.of(secret)).hasToString("[hidden]");
        assertThat(secret.reveal()).isEqualTo("s3cret");
    }

    @Test
    void secrets_are_equal_by_their_value_and_their_hash_tells_nothing() {
        assertThat(Secret.of("a")).isEqualTo(Secret.of("a")).isNotEqualTo(Secret.of("b"));
        assertThat(Secret.of("a").hashCode()).isEqualTo(Secret.of("b").hashCode());
        assertThat((Object) Secret.of("a")).isNotEqualTo("a");
    }

    @Test
    void a_candidate_matches_only_if_it_is_the_value() {
        Secret secret = Secret.of("pässword");

        assertThat(secret.matches("pässword")).isTrue();
        assertThat(secret.matches("password")).isFalse();
        assertThat(secret.matches("pässwor")).isFalse();
        assertThat(secret.matches("")).isFalse();
    }

    @Test
    void nothing_is_no_secret() {
        assertThatIllegalArgumentException().isThrownBy(() -> Secret.of(""));
    }

    @Test
    void random_texts_are_of_their_alphabet_and_never_come_again() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 200; i++) {
            assertThat(random.alphanumerics(30)).matches("[A-Za-z0-9]{30}").satisfies(text -> seen.add(text));
            assertThat(random.typeable(20)).matches("[0-9A-HJKMNP-TV-Z]{20}").satisfies(text -> seen.add(text));
            assertThat(Base64.getUrlDecoder().decode(random.token())).hasSize(32);
        }
        assertThat(seen).hasSize(400);
    }

    @Test
    void every_letter_and_digit_comes_up() {
        assertThat(random.alphanumerics(20_000).chars().distinct().count()).isEqualTo(62);
        assertThat(random.typeable(20_000).chars().distinct().count()).isEqualTo(32);
    }

    @Test
    void a_digest_is_the_sha_256_of_the_text_in_utf_8() {
        assertThat(Digest.sha256("abc")).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(Digest.sha256("ü")).isNotEqualTo(Digest.sha256("?"));
    }
}
