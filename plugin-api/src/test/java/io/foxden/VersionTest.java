package io.foxden;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VersionTest {
    @Test
    void the_build_has_written_the_version() {
        assertThat(Version.TEXT).matches("[0-9]+\\.[0-9]+\\.[0-9]+(-.+)?");
    }
}
