package io.foxden.dist.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PluginJarIT {
    /** The version of a class file. */
    private static final int JAVA_8 = 52;

    private static final long MEBIBYTE = 1 << 20;

    private final Download jar = Download.plugin();

    @Test
    void it_stays_below_twelve_megabytes() throws IOException {
        System.out.printf("foxden-plugin.jar: %,d bytes; the largest parts:%n", jar.size());
        sizeByLibrary().entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(8)
                .forEach(part -> System.out.printf("  %,10d  %s%n", part.getValue(), part.getKey()));
        assertThat(jar.size()).isLessThan(12 * MEBIBYTE);
    }

    /** What a container's scanner, or another application's class loader, takes for a class. */
    @Test
    void no_class_is_to_be_seen_but_foxdens_own() throws IOException {
        assertThat(jar.names())
                .filteredOn(name -> name.endsWith(".class"))
                .allMatch(name -> name.matches("io/foxden/([a-z]+/)*[\\w$-]+\\.class"));
        assertThat(jar.names()).noneMatch(name -> name.matches("(?i).*\\.(jar|zip)"));
        assertThat(jar.names())
                .allMatch(name -> name.matches(
                        "io/foxden/.*|META-INF/(foxden/lib|licenses|sbom|services|spring)/.*|META-INF/[\\w.-]+"));
    }

    @Test
    void it_shows_the_api_and_what_containers_and_spring_look_for() throws IOException {
        Library api =
                Library.all().stream().filter(Library::isVisible).findAny().orElseThrow();
        for (String name : api.jar().names()) {
            if (!name.equals(JarFile.MANIFEST_NAME) && !name.startsWith("META-INF/maven/")) {
                assertThat(jar.bytes(name)).as(name).isEqualTo(api.jar().bytes(name));
            }
        }
        assertThat(jar.text("META-INF/services/jakarta.servlet.ServletContainerInitializer"))
                .contains("io.foxden.host.FoxdenInitializer");
        assertThat(jar.names())
                .contains(
                        "META-INF/web-fragment.xml",
                        "META-INF/spring/org.springframework.boot.autoconfigure.AutoConfiguration.imports")
                .contains("io/foxden/Foxden.class", "io/foxden/host/FoxdenInitializer.class")
                .contains(
                        "io/foxden/problem/words.properties",
                        "io/foxden/event/words.properties",
                        "io/foxden/servlet/wizard/words.properties");
        assertThat(new HiddenPart(jar).names())
                .contains("io/foxden/servlet/ServletPlugin.class")
                .doesNotContainAnyElementsOf(api.jar().names());
    }

    /** These are loaded on an older Java, too, and by a Spring 5 and a Spring Boot 2. */
    @Test
    void what_such_a_host_loads_is_compiled_for_java_8() throws IOException {
        for (String type : List.of(
                "io/foxden/host/FragmentListener",
                "io/foxden/host/JavaxHost",
                "io/foxden/spring/FirstInitializer",
                "io/foxden/spring/NoJakarta")) {
            assertThat(jar.bytes(type + ".class")[7]).as(type).isEqualTo((byte) JAVA_8);
        }
        assertThat(jar.text("META-INF/web-fragment.xml"))
                .contains("<listener-class>io.foxden.host.FragmentListener</listener-class>");
        assertThat(jar.names()).noneMatch(name -> name.endsWith(".tld"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.glassfish.jersey.client.JerseyClient",
                "com.fasterxml.jackson.databind.ObjectMapper",
                "org.bouncycastle.crypto.engines.AESEngine",
                "org.slf4j.LoggerFactory",
                "jakarta.ws.rs.client.Client",
                "io.foxden.servlet.ServletPlugin"
            })
    void a_host_finds_no_library_in_it_under_its_own_name(String type) throws IOException {
        URL[] path = {jar.file().toUri().toURL()};
        try (URLClassLoader host = new URLClassLoader(path, ClassLoader.getPlatformClassLoader())) {
            assertThatExceptionOfType(ClassNotFoundException.class).isThrownBy(() -> host.loadClass(type));
            assertThat(host.getResource(type.replace('.', '/') + ".class")).isNull();
        }
        assertThat(new HiddenPart(jar).names()).contains(type.replace('.', '/') + ".class");
    }

    @Test
    void its_manifest_comes_first_and_says_what_it_is() throws IOException {
        try (JarFile file = new JarFile(jar.file().toFile())) {
            Attributes main = file.getManifest().getMainAttributes();
            assertThat(main.getValue(Attributes.Name.IMPLEMENTATION_TITLE)).isEqualTo("Foxden");
            assertThat(main.getValue(Attributes.Name.IMPLEMENTATION_VERSION)).isEqualTo(Download.VERSION);
            assertThat(main.getValue("Automatic-Module-Name")).isEqualTo("io.foxden");
            assertThat(file.getManifest().getEntries()).isEmpty();
        }
    }

    /** With all files bearing the same time, what makes two builds the same byte by byte. */
    @Test
    void its_entries_are_sorted_the_visible_ones_first_and_say_nothing_of_the_machine() throws IOException {
        try (ZipFile zip = new ZipFile(jar.file().toFile())) {
            List<? extends ZipEntry> entries = zip.stream().toList();
            assertThat(entries.get(0).getName()).isEqualTo(JarFile.MANIFEST_NAME);
            assertThat(entries.subList(1, entries.size()))
                    .extracting(ZipEntry::getName)
                    .isSortedAccordingTo(Comparator.comparing((String name) -> name.startsWith("META-INF/foxden/lib/"))
                            .thenComparing(Comparator.naturalOrder()));
            assertThat(entries).allMatch(entry -> entry.getExtra() == null && entry.getComment() == null);
        }
    }

    private Map<String, Long> sizeByLibrary() throws IOException {
        Map<String, String> origin = new HashMap<>();
        for (Library library : Library.all()) {
            library.jar().names().forEach(name -> origin.putIfAbsent(name, library.name()));
        }
        Map<String, Long> sizes = new HashMap<>();
        for (ZipEntry entry : jar.entries()) {
            String part = origin.getOrDefault(HiddenPart.shown(entry.getName()), "licences, SBOM and the like");
            sizes.merge(part, entry.getCompressedSize(), Long::sum);
        }
        return sizes;
    }
}
