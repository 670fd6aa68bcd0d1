package io.foxden.setting;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SitePlaceTest {
    @ParameterizedTest
    @CsvSource({
        "https://shop.example.com, http://shop.example.com",
        "https://shop.example.com, https://www.shop.example.com",
        "https://shop.example.com:443, https://SHOP.example.com",
        "http://localhost:8080, http://127.0.0.1:8080",
        "http://localhost:8080, http://[::1]:8080"
    })
    void the_same_place(String one, String other) {
        assertThat(SitePlace.of(URI.create(one))).isEqualTo(SitePlace.of(URI.create(other)));
    }

    @ParameterizedTest
    @CsvSource({
        "https://shop.example.com, https://shop.example.org",
        "https://shop.example.com, https://shop.example.com:8443",
        "http://localhost:8080, http://localhost:8081",
        "https://shop.example.com, https://other.example.com"
    })
    void another_place(String one, String other) {
        assertThat(SitePlace.of(URI.create(one))).isNotEqualTo(SitePlace.of(URI.create(other)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost",
                "http://127.0.0.1:1",
                "http://[::1]",
                "http://10.1.2.3",
                "http://192.168.0.1",
                "http://shop",
                "http://shop.local",
                "http://shop.internal",
                "http://[fd00::1]"
            })
    void a_place_that_the_world_does_not_reach(String address) {
        assertThat(SitePlace.of(URI.create(address)).local()).isTrue();
    }

    @Test
    void a_public_place_is_not_local() {
        assertThat(SitePlace.of(URI.create("https://shop.example.com")).local()).isFalse();
        assertThat(SitePlace.of(URI.create("https://203.0.113.5")).local()).isFalse();
        assertThat(SitePlace.of(URI.create("https://[2001:db8::1]")).local()).isFalse();
    }
}
