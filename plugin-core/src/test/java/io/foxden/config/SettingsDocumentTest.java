package io.foxden.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.foxden.setting.Setting;
import io.foxden.words.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SettingsDocumentTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "settings.md");

    @Test
    void the_document_has_a_row_for_every_setting_and_no_other() throws IOException {
        List<String> rows = Files.readAllLines(DOCUMENT).stream()
                .filter(line -> line.startsWith("| `foxden."))
                .toList();

        assertThat(rows)
                .containsExactlyElementsOf(Arrays.stream(Setting.values())
                        .map(SettingsDocumentTest::row)
                        .toList());
    }

    @Test
    void what_is_said_of_a_setting_is_in_the_bundle() {
        for (Setting setting : Setting.values()) {
            assertThat(List.of(setting.meaning(), setting.allowed(), setting.defaultText()))
                    .as(setting.settingName())
                    .allMatch(message -> Words.english().knows(message.key()));
        }
    }

    private static String row(Setting setting) {
        String file = setting.fileName().map(name -> "<br>or `" + name + "`").orElse("");
        return "| `%s`%s | `%s` | %s | %s | %s |"
                .formatted(
                        setting.settingName(),
                        file,
                        setting.environmentName(),
                        setting.defaultText(),
                        setting.allowed(),
                        setting.meaning());
    }
}
