package io.foxden.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HomeFolderTest {
    @ParameterizedTest
    @CsvSource({
        "'', ROOT",
        "/, ROOT",
        "/foxden, foxden",
        "foxden, foxden",
        "/shop/eu, shop#eu",
        "/shop.v2, shop.v2",
        "/Shop_1-a, Shop_1-a"
    })
    void a_plain_context_gives_its_name_to_the_folder(String contextPath, String name) {
        assertThat(HomeFolder.contextName(contextPath)).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/ROOT",
                "/..",
                "/.",
                "/.hidden",
                "/a b",
                "/a\\b",
                "/a:b",
                "/ä",
                "/con",
                "/NUL.txt",
                "/com1",
                "/dot.",
                "/a#b"
            })
    void a_context_that_is_no_safe_folder_name_gets_one_of_its_own(String contextPath) {
        assertThat(HomeFolder.contextName(contextPath)).matches("[A-Za-z0-9_#-]+-[0-9a-f]{8}");
    }

    @Test
    void different_contexts_have_different_folders() {
        Set<String> names = Stream.of("", "/ROOT", "/a/b", "/a#b", "/a b", "/a:b", "/ä", "/ö", "/..", "/.")
                .map(HomeFolder::contextName)
                .collect(Collectors.toSet());

        assertThat(names).hasSize(10);
    }

    @Test
    void a_long_context_is_shortened() {
        assertThat(HomeFolder.contextName("/" + "x".repeat(500))).hasSizeLessThan(100);
    }

    @Test
    void a_server_tells_its_folder_in_the_system_properties() {
        assertThat(HomeFolder.serverBase(Map.of("catalina.base", "/srv/tomcat")))
                .contains(Path.of("/srv/tomcat"));
        assertThat(HomeFolder.serverBase(Map.of("jboss.server.data.dir", "/srv/wf/data", "catalina.base", "/x")))
                .contains(Path.of("/srv/wf/data"));
        assertThat(HomeFolder.serverBase(Map.of("user.home", "/root"))).isEmpty();
    }
}
