package io.foxden.dist.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

class WarIT {
    private static final long MEBIBYTE = 1 << 20;

    private final Download war = Download.war();

    @Test
    void it_stays_below_twenty_megabytes() throws IOException {
        List<ZipEntry> entries = war.entries();
        System.out.printf("foxden.war: %,d bytes in %d files; the largest:%n", war.size(), entries.size());
        entries.stream()
                .limit(6)
                .forEach(entry -> System.out.printf("  %,10d  %s%n", entry.getCompressedSize(), entry.getName()));
        assertThat(war.size()).isLessThan(20 * MEBIBYTE);
    }

    @Test
    void it_holds_foxden_its_libraries_and_licences_and_nothing_else() throws IOException {
        assertThat(war.names())
                .allMatch(name -> name.matches("WEB-INF/web\\.xml|WEB-INF/lib/[^/]+\\.jar"
                        + "|META-INF/MANIFEST\\.MF|META-INF/licenses/[^/]+"));
        assertThat(war.names())
                .contains(
                        "WEB-INF/web.xml",
                        "WEB-INF/lib/plugin-core-" + Download.VERSION + ".jar",
                        "WEB-INF/lib/plugin-servlet-" + Download.VERSION + ".jar");
    }

    @Test
    void what_belongs_to_the_container_or_to_tests_is_not_in_it() throws IOException {
        assertThat(war.names())
                .noneMatch(name -> name.matches(".*/(jakarta\\.servlet|jetty|tomcat|logback|junit|testkit|demo"
                        + "|plugin-installer|picocli|postgresql|mariadb|h2-).*"));
    }

    @Test
    void its_log_lines_go_to_the_servers_log() throws IOException {
        assertThat(war.names())
                .filteredOn(name -> name.contains("slf4j"))
                .hasSize(2)
                .anyMatch(name -> name.contains("slf4j-jdk14"));
    }

    @Test
    void web_xml_names_one_listener_and_asks_for_no_scan() throws IOException {
        assertThat(war.text("WEB-INF/web.xml"))
                .contains("version=\"6.0\"", "metadata-complete=\"true\"")
                .containsOnlyOnce("<listener-class>io.foxden.host.FoxdenListener</listener-class>")
                .doesNotContain("<filter>", "<servlet>", "<context-param>");
    }
}
