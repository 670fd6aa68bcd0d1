package io.foxden.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedProxiesTest {
    @ParameterizedTest
    @CsvSource({
        "10.0.0.1, 10.0.0.1, true",
        "10.0.0.1, 10.0.0.2, false",
        "10.0.0.0/8, 10.255.1.2, true",
        "10.0.0.0/8, 11.0.0.0, false",
        "10.1.2.3/8, 10.9.9.9, true",
        "192.168.128.0/17, 192.168.128.0, true",
        "192.168.128.0/17, 192.168.255.255, true",
        "192.168.128.0/17, 192.168.127.255, false",
        "10.0.0.0/31, 10.0.0.1, true",
        "10.0.0.0/31, 10.0.0.2, false",
        "0.0.0.0/0, 203.0.113.9, true",
        "0.0.0.0/0, 2001:db8::1, false",
        "::/0, 2001:db8::1, true",
        "2001:db8::/32, 2001:db8:ffff::1, true",
        "2001:db8::/32, 2001:db9::1, false",
        "::1, 0:0:0:0:0:0:0:1, true",
        "::1, [::1], true",
        "::1, [0:0:0:0:0:0:0:1]:8080, false",
        "fe80::1, fe80::1%eth0, true",
        "127.0.0.1, ::ffff:127.0.0.1, true",
        "::ffff:127.0.0.1, 127.0.0.1, true",
        "127.0.0.1, ::1, false",
        "10.0.0.1, localhost, false",
        "10.0.0.1, '', false",
        "10.0.0.1, 10.0.0.01x, false"
    })
    void an_address_is_compared_bit_by_bit(String trusted, String address, boolean included) {
        assertThat(TrustedProxies.parse(trusted).includes(address)).isEqualTo(included);
    }

    @Test
    void several_are_separated_by_commas_or_blanks() {
        TrustedProxies proxies = TrustedProxies.parse("10.0.0.1,, 10.0.0.2\t::1");

        assertThat(proxies.includes("10.0.0.1")).isTrue();
        assertThat(proxies.includes("10.0.0.2")).isTrue();
        assertThat(proxies.includes("::1")).isTrue();
        assertThat(proxies.includes("10.0.0.3")).isFalse();
        assertThat(proxies.isEmpty()).isFalse();
    }

    @Test
    void nobody_is_believed_by_default() {
        assertThat(TrustedProxies.NONE.includes("127.0.0.1")).isFalse();
        assertThat(TrustedProxies.NONE.isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "foxy.io",
                "1.2.3",
                "1.2.3.4.5",
                "1:2",
                "10.0.0.1/",
                "10.0.0.1/-1",
                "::/129",
                "%",
                ","
            })
    void names_and_malformed_addresses_are_refused_without_asking_the_dns(String text) {
        assertThatExceptionOfType(BadValueException.class).isThrownBy(() -> TrustedProxies.parse(text));
    }
}
