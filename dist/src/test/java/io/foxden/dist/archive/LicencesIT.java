package io.foxden.dist.archive;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of third parties, held against what the archives really contain. */
class LicencesIT {
    private static final String TABLE = "META-INF/licenses/THIRD-PARTY.md";

    @Test
    void every_library_in_the_plugin_jar_is_in_the_table_and_the_other_way_round() throws IOException {
        Set<String> libraries = Library.all().stream()
                .filter(library -> !library.isOurs())
                .map(Library::name)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(listed(Download.plugin(), "both")).isEqualTo(libraries);
    }

    @Test
    void every_library_in_the_command_line_is_in_the_table() throws IOException {
        Set<String> libraries = Download.cli().names().stream()
                .filter(name -> name.matches("META-INF/maven/.*/pom\\.properties"))
                .filter(name -> !name.startsWith("META-INF/maven/io.foxden/"))
                .map(name -> name.replaceFirst("META-INF/maven/[^/]+/([^/]+)/pom\\.properties", "$1"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(listed(Download.cli(), "both", "CLI")).containsAll(libraries);
    }

    /** Where the SBOM names several, the table names the one that is taken. */
    @Test
    void the_table_and_the_lists_of_parts_name_the_same_licences() throws IOException {
        assertLicences(Download.plugin(), "META-INF/sbom/foxden.cdx.json");
        assertLicences(Download.cli(), "META-INF/sbom/foxden-cli.cdx.json");
    }

    private static void assertLicences(Download download, String sbom) throws IOException {
        Map<String, String> table = new TreeMap<>();
        download.text(TABLE)
                .lines()
                .map(line -> line.split("\\s*\\|\\s*", -1))
                .filter(cells -> cells.length > 4)
                .forEach(cells -> Stream.of(cells[1].split(",\\s*", -1))
                        .forEach(name -> table.put(name, cells[2].replaceFirst(" \\(.*", ""))));
        Set<String> unequal = new TreeSet<>();
        for (JsonNode part : new ObjectMapper().readTree(download.bytes(sbom)).path("components")) {
            Set<String> licences = new TreeSet<>();
            for (JsonNode each : part.path("licenses")) {
                licences.add(each.path("license").path("id").asText());
                licences.add(each.path("license").path("name").asText());
            }
            String name = part.path("name").asText();
            if (!part.path("group").asText().equals("io.foxden") && !licences.contains(table.get(name))) {
                unequal.add(name + ": " + table.get(name) + ", in the SBOM " + licences);
            }
        }
        assertThat(unequal).isEmpty();
    }

    @Test
    void the_command_line_lists_every_part_that_names_itself() throws IOException {
        Set<String> listed = new TreeSet<>();
        for (JsonNode part : new ObjectMapper()
                .readTree(Download.cli().bytes("META-INF/sbom/foxden-cli.cdx.json"))
                .path("components")) {
            listed.add(part.path("name").asText());
        }
        assertThat(Download.cli().names().stream()
                        .filter(name -> name.matches("META-INF/maven/.*/pom\\.properties"))
                        .map(name -> name.replaceFirst("META-INF/maven/[^/]+/([^/]+)/pom\\.properties", "$1"))
                        .filter(name -> !name.equals("plugin-installer")))
                .isNotEmpty()
                .allMatch(listed::contains);
    }

    @Test
    void every_licence_named_has_its_text_beside_the_table() throws IOException {
        for (Download download : new Download[] {Download.plugin(), Download.war(), Download.cli()}) {
            assertThat(download.names())
                    .contains(
                            "META-INF/licenses/Apache-2.0.txt",
                            "META-INF/licenses/EPL-2.0.txt",
                            "META-INF/licenses/EPL-1.0.txt",
                            "META-INF/licenses/BouncyCastle.txt",
                            "META-INF/licenses/SLF4J.txt",
                            "META-INF/licenses/JStachio.txt");
        }
    }

    @Test
    void notices_of_the_parts_are_kept() throws IOException {
        assertThat(Download.cli().text("META-INF/NOTICE"))
                .contains("Apache HttpComponents Core", "Jackson JSON processor");
        assertThat(Download.cli().text("META-INF/NOTICE.md")).contains("Notice for Jersey", "Eclipse GlassFish");
    }

    /** Each library's own notices and further licences are in a folder of its name. */
    @Test
    void the_plugin_jar_has_every_notice_of_its_parts() throws IOException {
        Pattern notice = Pattern.compile("META-INF/(NOTICE.*|[^/]+-LICENSE)");
        Set<String> folders = Download.plugin().names().stream()
                .filter(name -> name.matches("META-INF/licenses/.+/.+"))
                .map(name -> name.split("/", -1)[2])
                .collect(Collectors.toCollection(TreeSet::new));
        for (Library library : Library.all()) {
            folders.remove(library.name() + "-" + library.version());
            for (String name : library.jar().names()) {
                if (notice.matcher(name).matches()) {
                    String copy = name.replaceFirst(
                            "^META-INF/", "META-INF/licenses/" + library.name() + "-" + library.version() + "/");
                    assertThat(Download.plugin().bytes(copy))
                            .isEqualTo(library.jar().bytes(name));
                }
            }
        }
        assertThat(folders).as("of libraries that are not inside").isEmpty();
    }

    private static Set<String> listed(Download download, String... places) throws IOException {
        return download.text(TABLE)
                .lines()
                .map(line -> line.split("\\s*\\|\\s*", -1))
                .filter(cells -> cells.length > 4 && Arrays.asList(places).contains(cells[3]))
                .flatMap(cells -> Stream.of(cells[1].split(",\\s*", -1)))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
