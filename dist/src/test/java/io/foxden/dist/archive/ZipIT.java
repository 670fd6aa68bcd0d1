package io.foxden.dist.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.foxden.setting.Setting;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ZipIT {
    private static final String TOP = "foxden-" + Download.VERSION + "/";

    private final Download zip = Download.zip();

    @Test
    void it_holds_the_downloads_the_scripts_and_what_goes_with_them() throws IOException {
        assertThat(zip.names())
                .allMatch(name -> name.startsWith(TOP))
                .contains(
                        TOP + "foxden-plugin.jar",
                        TOP + "foxden.war",
                        TOP + "foxden-cli.jar",
                        TOP + "bin/foxden",
                        TOP + "bin/foxden.bat",
                        TOP + "foxden.properties",
                        TOP + "LICENSE",
                        TOP + "README.md",
                        TOP + "licenses/THIRD-PARTY.md",
                        TOP + "sbom/foxden.cdx.json",
                        TOP + "sbom/foxden-cli.cdx.json",
                        TOP + "SHA256SUMS");
        for (Download download : List.of(Download.plugin(), Download.war(), Download.cli())) {
            assertThat(zip.bytes(TOP + download.file().getFileName())).isEqualTo(Files.readAllBytes(download.file()));
        }
    }

    @Test
    void every_file_has_its_right_checksum() throws IOException {
        Set<String> summed = new TreeSet<>();
        for (String line : zip.text(TOP + "SHA256SUMS").lines().toList()) {
            String[] parts = line.split("  ", 2);
            assertThat(Checksum.sha256(zip.bytes(TOP + parts[1]))).as(line).isEqualTo(parts[0]);
            summed.add(TOP + parts[1]);
        }
        summed.add(TOP + "SHA256SUMS");
        assertThat(summed).isEqualTo(zip.names());
    }

    @Test
    void the_readme_names_this_version() throws IOException {
        assertThat(zip.text(TOP + "README.md")).startsWith("# Foxden " + Download.VERSION + "\n");
    }

    @Test
    void the_script_runs_the_command_line_from_wherever_it_is_called(@TempDir Path folder)
            throws IOException, InterruptedException {
        try (FileSystem files = FileSystems.newFileSystem(zip.file(), Map.of("enablePosixFileAttributes", true))) {
            assertThat(Files.getPosixFilePermissions(files.getPath(TOP, "bin", "foxden")))
                    .contains(PosixFilePermission.OWNER_EXECUTE, PosixFilePermission.OTHERS_EXECUTE);
        }
        Path script = folder.resolve("bin").resolve("foxden");
        Files.createDirectories(script.getParent());
        Files.write(script, zip.bytes(TOP + "bin/foxden"));
        Files.write(folder.resolve("foxden-cli.jar"), zip.bytes(TOP + "foxden-cli.jar"));
        Path link = Files.createSymbolicLink(folder.resolve("linked"), Path.of("bin", "foxden"));
        Process process = new ProcessBuilder("sh", link.toString(), "--version")
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said).contains(Download.VERSION);
    }

    @Test
    void the_sample_of_the_settings_has_every_setting_with_its_default_and_sets_none() throws IOException {
        String sample = zip.text(TOP + "foxden.properties");
        assertThat(sample.lines()).allMatch(line -> line.isBlank() || line.startsWith("#"));
        Properties uncommented = new Properties();
        uncommented.load(new StringReader(sample.replaceAll("(?m)^#(?=foxden\\.)", "")));

        Set<String> all = new TreeSet<>();
        for (Setting setting : Setting.values()) {
            all.add(setting.settingName());
            setting.fileName().ifPresent(all::add);
            String value = uncommented.getProperty(setting.settingName(), "");
            if (!value.isEmpty() && setting.defaultText().toString().startsWith("`")) {
                assertThat(setting.defaultText()).hasToString("`" + value + "`");
            }
        }
        all.remove(Setting.CONFIG.settingName()); // names this file: of no use in it
        assertThat(uncommented.stringPropertyNames()).isEqualTo(all);
    }

    @Test
    void the_windows_script_has_the_line_ends_of_windows() throws IOException {
        assertThat(zip.text(TOP + "bin/foxden.bat").split("\r\n", -1))
                .hasSizeGreaterThan(5)
                .noneMatch(line -> line.contains("\n"));
    }

    /** Bit for bit the same from the same sources: no entry tells when or by whom it was built. */
    @Test
    void all_files_bear_the_same_time() throws IOException {
        for (Download download : new Download[] {zip, Download.war(), Download.plugin()}) {
            assertThat(download.entries().stream()
                            .map(entry -> entry.getTimeLocal().toLocalDate())
                            .distinct())
                    .as(download.file().getFileName().toString())
                    .hasSize(1);
        }
    }
}
