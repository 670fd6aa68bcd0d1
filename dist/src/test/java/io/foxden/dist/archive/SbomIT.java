package io.foxden.dist.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The list of parts inside foxden-plugin.jar, in CycloneDX 1.6. */
class SbomIT {
    private static final String SBOM = "META-INF/sbom/foxden.cdx.json";

    @Test
    void it_lists_exactly_what_is_inside() throws IOException {
        Set<String> inside = new TreeSet<>();
        for (Library library : Library.all()) {
            inside.add(library.name() + " " + library.version());
        }
        Set<String> listed = new TreeSet<>();
        for (JsonNode part : components()) {
            listed.add(part.path("name").asText() + " " + part.path("version").asText());
        }
        assertThat(listed).isEqualTo(inside);
    }

    @Test
    void each_part_has_its_licence_and_its_address() throws IOException {
        for (Library library : Library.all()) {
            JsonNode part = part(library.name());
            assertThat(part.path("licenses")).as(library.name()).isNotEmpty();
            assertThat(part.path("purl").asText())
                    .startsWith("pkg:maven/")
                    .contains("/" + library.name() + "@" + library.version());
        }
    }

    @Test
    void each_library_has_the_checksum_of_its_jar() throws IOException {
        for (Library library : Library.all()) {
            if (!library.isOurs()) {
                assertThat(sha256InSbom(library)).as(library.name()).isEqualTo(sha256(library));
            }
        }
    }

    @Test
    void foxdens_own_parts_have_the_checksums_of_this_build() throws IOException {
        for (Library library : Library.all()) {
            if (library.isOurs()) {
                assumeThat(Files.getLastModifiedTime(Library.SBOM))
                        .as("with \"mvn -o\" Maven leaves the SBOM of the build before")
                        .isGreaterThan(Files.getLastModifiedTime(library.jar().file()));
                assertThat(sha256InSbom(library)).as(library.name()).isEqualTo(sha256(library));
            }
        }
    }

    /** Two builds of the same sources have the same list. */
    @Test
    void it_bears_no_number_or_time_of_its_build() throws IOException {
        JsonNode sbom = sbom();
        assertThat(sbom.path("specVersion").asText()).isEqualTo("1.6");
        assertThat(sbom.has("serialNumber")).isFalse();
        assertThat(sbom.path("metadata").has("timestamp")).isFalse();
    }

    private static JsonNode part(String name) throws IOException {
        for (JsonNode part : components()) {
            if (part.path("name").asText().equals(name)) {
                return part;
            }
        }
        throw new AssertionError(name + " is not in " + SBOM);
    }

    private static JsonNode components() throws IOException {
        return sbom().path("components");
    }

    private static JsonNode sbom() throws IOException {
        assertThat(Download.plugin().names())
                .as("with \"mvn -o\" Maven does not make the SBOM: build once without -o")
                .contains(SBOM);
        return new ObjectMapper().readTree(Download.plugin().bytes(SBOM));
    }

    private static String sha256InSbom(Library library) throws IOException {
        for (JsonNode hash : part(library.name()).path("hashes")) {
            if (hash.path("alg").asText().equals("SHA-256")) {
                return hash.path("content").asText();
            }
        }
        return "none";
    }

    private static String sha256(Library library) throws IOException {
        return Checksum.sha256(Files.readAllBytes(library.jar().file()));
    }
}
