package io.foxden.vault;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.foxden.secret.Secret;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PassphraseCostTest {
    @Test
    void the_key_is_the_one_other_argon2id_programs_derive() {
        byte[] salt = "somesaltsomesalt".getBytes(US_ASCII);

        byte[] key = new PassphraseCost(8192, 2, 1, salt).derive(Secret.of("password"));

        assertThat(HexFormat.of().formatHex(key))
                .isEqualTo("fd7e44552d83db6b9c2bc9dbd6d88fe0facd11df4654ac21fe8013fd7a05ebc3");
    }

    @ParameterizedTest
    @CsvSource({
        "8191, 3, 1, 16",
        "262145, 3, 1, 16",
        "65536, 0, 1, 16",
        "65536, 17, 1, 16",
        "65536, 3, 0, 16",
        "65536, 3, 9, 16",
        "65536, 3, 1, 15",
        "65536, 3, 1, 65"
    })
    void a_cost_out_of_bounds_is_refused(int memory, int iterations, int parallelism, int salt) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PassphraseCost(memory, iterations, parallelism, new byte[salt]))
                .withMessageContaining("allowed are");
    }
}
