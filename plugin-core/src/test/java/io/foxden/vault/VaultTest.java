package io.foxden.vault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.foxden.file.PrivateFolder;
import io.foxden.file.Steps;
import io.foxden.problem.Code;
import io.foxden.problem.OperatorException;
import io.foxden.secret.RandomText;
import io.foxden.secret.Secret;
import io.foxden.setting.VaultKeySource;
import java.nio.file.Path;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.Security;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VaultTest {
    private static final RandomText RANDOM = new RandomText(new SecureRandom());
    private static final Label LABEL = new Label("client", "client_secret");
    private static final Secret VALUE = Secret.of("s3cret välue");

    @TempDir
    Path folder;

    private Vault vault;
    private String envelope;

    @BeforeEach
    void seal() {
        vault = open("one", "installation");
        envelope = vault.seal(LABEL, VALUE);
    }

    @Test
    void what_was_sealed_opens_in_its_own_place() {
        assertThat(vault.problem()).isEmpty();
        assertThat(vault.open(LABEL, envelope)).isEqualTo(VALUE);
        assertThat(open("one", "installation").open(LABEL, envelope)).isEqualTo(VALUE);
    }

    @Test
    void a_value_sealed_under_an_earlier_label_opens_where_that_is_named_and_nowhere_else() {
        Label now = new Label("client", "candidate.client_secret");

        assertThat(vault.open(now, LABEL, envelope)).isEqualTo(VALUE);
        assertThat(vault.open(now, LABEL, vault.seal(now, VALUE))).isEqualTo(VALUE);
        assertUnreadable(vault, now, envelope, "'candidate.client_secret' of 'client'");
        assertUnreadable(vault, LABEL, vault.seal(now, VALUE), "changed, or belongs to another");
    }

    @Test
    void an_envelope_shows_version_and_key_and_nothing_of_the_value() {
        assertThat(envelope)
                .matches("v1\\.[A-Za-z0-9]{12}\\.[A-Za-z0-9_-]{16}\\.[A-Za-z0-9_-]+")
                .startsWith("v1." + vault.keyId() + ".")
                .doesNotContain("s3cret");
    }

    @Test
    void no_nonce_is_used_twice() {
        Set<String> nonces = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            byte[] nonce =
                    Envelope.parse(vault.seal(LABEL, VALUE)).orElseThrow().nonce();
            nonces.add(HexFormat.of().formatHex(nonce));
        }

        assertThat(nonces).hasSize(1000);
    }

    @Test
    void an_envelope_moved_to_another_record_or_field_does_not_open() {
        assertUnreadable(vault, new Label("connection", "client_secret"), envelope, "changed, or belongs to another");
        assertUnreadable(vault, new Label("client", "refresh_token"), envelope, "'refresh_token' of 'client'");
        assertUnreadable(vault, new Label("clientc", "lient_secret"), envelope, "changed");
    }

    @Test
    void an_envelope_moved_to_an_installation_with_the_same_key_does_not_open() {
        SealingKey here = new SealingKey("abcdefghijkl", "one", new byte[32]);
        SealingKey there = new SealingKey("abcdefghijkl", "two", new byte[32]);
        Envelope sealed = here.seal(LABEL, "x".getBytes(UTF_8), new byte[12]);

        assertThat(here.open(LABEL, sealed)).isPresent();
        assertThat(there.open(LABEL, sealed)).isEmpty();
    }

    @Test
    void an_envelope_made_by_another_implementation_of_the_format_opens() {
        byte[] key = new byte[32];
        for (int i = 0; i < key.length; i++) {
            key[i] = (byte) i;
        }
        Envelope sealed = Envelope.parse("v1.abcdefghijkl.AAECAwQFBgcICQoL.MWO6bqCM6ipDk20qgyJb_6vjepX8")
                .orElseThrow();

        assertThat(new SealingKey("abcdefghijkl", "installation", key).open(LABEL, sealed))
                .hasValueSatisfying(
                        plain -> assertThat(new String(plain, UTF_8)).isEqualTo("value"));
    }

    @Test
    void an_envelope_of_another_key_is_told_by_the_keys_id() {
        Vault other = open("two", "installation");

        assertThatExceptionOfType(OperatorException.class)
                .isThrownBy(() -> other.open(LABEL, envelope))
                .withMessageContaining(vault.keyId())
                .withMessageContaining(other.keyId())
                .satisfies(thrown -> assertThat(thrown.code()).isEqualTo(Code.VAULT_KEY_WRONG));
    }

    @Test
    void a_bit_flipped_anywhere_is_noticed() {
        for (int i = 0; i < envelope.length(); i++) {
            for (int bit = 0; bit < 7; bit++) {
                char[] flipped = envelope.toCharArray();
                flipped[i] ^= (char) (1 << bit);
                assertRefused(new String(flipped));
            }
        }
    }

    @Test
    void a_bit_flipped_anywhere_in_nonce_ciphertext_or_tag_is_noticed() {
        Envelope whole = Envelope.parse(envelope).orElseThrow();
        for (int bit = 0; bit < whole.nonce().length * 8; bit++) {
            assertRefused(new Envelope(whole.keyId(), flip(whole.nonce(), bit), whole.ciphertext()).text());
        }
        for (int bit = 0; bit < whole.ciphertext().length * 8; bit++) {
            assertRefused(new Envelope(whole.keyId(), whole.nonce(), flip(whole.ciphertext(), bit)).text());
        }
    }

    @Test
    void an_envelope_cut_short_anywhere_does_not_open() {
        for (int length = 0; length < envelope.length(); length++) {
            assertRefused(envelope.substring(0, length));
        }
        assertRefused(envelope + "A");
        assertRefused(envelope + "\n");
    }

    @Test
    void an_envelope_of_another_version_is_told_as_such() {
        assertUnreadable(vault, LABEL, "v2" + envelope.substring(2), "sealed by another version of Foxden");
        assertUnreadable(vault, LABEL, "plain text", "cut short or changed");
    }

    @Test
    void no_message_shows_what_was_to_be_opened() {
        assertThatExceptionOfType(OperatorException.class)
                .isThrownBy(() -> vault.open(LABEL, "a secret somebody stored in clear"))
                .withMessageNotContaining("in clear");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 15, 16, 17, 4096, 100_000})
    void values_of_any_length_are_sealed(int length) {
        Secret value = Secret.of("x".repeat(length));

        assertThat(vault.open(LABEL, vault.seal(LABEL, value))).isEqualTo(value);
    }

    @Test
    void a_closed_vault_seals_and_opens_nothing() {
        vault.close();

        assertThatIllegalStateException().isThrownBy(() -> vault.seal(LABEL, VALUE));
        assertThatIllegalStateException().isThrownBy(() -> vault.open(LABEL, envelope));
    }

    @Test
    void a_closed_keys_bytes_are_gone() {
        byte[] bytes = RANDOM.bytes(32);
        new SealingKey("abcdefghijkl", "one", bytes).close();

        assertThat(bytes).containsOnly(0);
    }

    @Test
    void no_security_provider_is_registered() {
        Provider[] before = Security.getProviders();

        try (Vault another = open("three", "installation")) {
            another.open(LABEL, another.seal(LABEL, VALUE));
        }
        try (Vault another = Vault.open(
                home("four"), new VaultKeySource.Passphrase(Secret.of("correct horse")), "i", false, RANDOM)) {
            another.check();
        }

        assertThat(Security.getProviders()).containsExactly(before);
        assertThat(Security.getProvider("BC")).isNull();
    }

    @Test
    void a_label_names_a_record_and_a_field() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Label("", "field"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Label("record", ""));
    }

    private Vault open(String name, String installation) {
        return Vault.open(home(name), new VaultKeySource.Generated(), installation, false, RANDOM);
    }

    private PrivateFolder home(String name) {
        return PrivateFolder.prepare(folder.resolve(name), Steps.NONE);
    }

    private void assertRefused(String text) {
        assertThatExceptionOfType(OperatorException.class)
                .as(text)
                .isThrownBy(() -> vault.open(LABEL, text))
                .satisfies(thrown -> assertThat(thrown.code()).isIn(Code.RECORD_UNREADABLE, Code.VAULT_KEY_WRONG));
    }

    private static void assertUnreadable(Vault vault, Label label, String envelope, String message) {
        assertThatExceptionOfType(OperatorException.class)
                .isThrownBy(() -> vault.open(label, envelope))
                .withMessageContaining(message)
                .satisfies(thrown -> assertThat(thrown.code()).isEqualTo(Code.RECORD_UNREADABLE));
    }

    private static byte[] flip(byte[] bytes, int bit) {
        byte[] flipped = bytes.clone();
        flipped[bit / 8] ^= (byte) (1 << (bit % 8));
        return flipped;
    }
}
