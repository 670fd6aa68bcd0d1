package io.foxden.dist.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class WarIT {
    private static final String PLUGIN = "WEB-INF/lib/foxden-plugin.jar";

    private final Download war = Download.war();

    @Test
    void it_holds_the_plugin_jar_its_web_xml_and_licences_and_nothing_else() throws IOException {
        assertThat(war.names())
                .filteredOn(name -> !name.startsWith("META-INF/licenses/"))
                .containsExactlyInAnyOrder("WEB-INF/web.xml", PLUGIN, "META-INF/MANIFEST.MF");
        assertThat(war.bytes(PLUGIN))
                .isEqualTo(Files.readAllBytes(Download.plugin().file()));
    }

    @Test
    void web_xml_names_one_listener_and_asks_for_no_scan() throws IOException {
        assertThat(war.text("WEB-INF/web.xml"))
                .contains("version=\"6.0\"", "metadata-complete=\"true\"")
                .containsOnlyOnce("<listener-class>io.foxden.host.FoxdenListener</listener-class>")
                .containsOnlyOnce("<context-param>")
                .contains("<param-name>io.foxden.own-application</param-name>")
                .doesNotContain("<filter>", "<servlet>");
    }
}
