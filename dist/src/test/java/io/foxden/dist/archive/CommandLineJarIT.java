package io.foxden.dist.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

class CommandLineJarIT {
    private final Download cli = Download.cli();

    @Test
    void it_runs_by_itself_and_keeps_the_classes_for_newer_java_versions() throws IOException {
        try (JarFile jar = new JarFile(cli.file().toFile())) {
            Attributes main = jar.getManifest().getMainAttributes();
            assertThat(main.getValue(Attributes.Name.MAIN_CLASS)).isEqualTo("io.foxden.installer.Main");
            assertThat(main.getValue(Attributes.Name.CLASS_PATH)).isNull();
            assertThat(main.getValue(Attributes.Name.MULTI_RELEASE)).isEqualTo("true");
            assertThat(jar.getManifest().getEntries()).isEmpty();
        }
    }

    @Test
    void signatures_and_module_descriptions_of_the_parts_are_gone() throws IOException {
        assertThat(cli.names())
                .noneMatch(name -> name.matches("META-INF/[^/]+\\.(SF|RSA|DSA|EC)"))
                .noneMatch(name -> name.endsWith("module-info.class"))
                .doesNotContain("META-INF/services/java.security.Provider", "META-INF/INDEX.LIST");
    }

    @Test
    void service_files_name_only_classes_that_are_there() throws IOException {
        Set<String> names = cli.names();
        for (String file : names) {
            if (file.startsWith("META-INF/services/")) {
                assertThat(cli.text(file)
                                .lines()
                                .map(line -> line.replaceFirst("#.*", "").trim())
                                .filter(line -> !line.isEmpty())
                                .map(type -> type.replace('.', '/') + ".class"))
                        .as(file)
                        .isNotEmpty()
                        .allMatch(names::contains);
            }
        }
        assertThat(cli.text("META-INF/services/jakarta.ws.rs.ext.RuntimeDelegate"))
                .contains("org.glassfish.jersey.internal.RuntimeDelegateImpl");
    }

    /** All parts in one JAR find one another: pages, JSON, HTTP, encryption, and the server and sandbox of the demo. */
    @Test
    void it_does_the_whole_job_with_nothing_but_java() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        cli.file().toString(),
                        "demo",
                        "--once")
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said).contains("one registration and no rule broken").doesNotContain("SLF4J", "WARN");
    }
}
