package io.foxden.vault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.foxden.file.PrivateFolder;
import io.foxden.file.Steps;
import io.foxden.file.WholeFile;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VaultFileTest {
    private static final String FORMAT_1 = """
            {
              "format" : 1,
              "installation" : "id",
              "key_id" : "abcdefghijkl",
              "argon2id" : {
                "memory_kib" : 65536,
                "iterations" : 3,
                "parallelism" : 1,
                "salt" : "AAECAwQFBgcICQoLDA0ODw=="
              },
              "check" : "v1.abcdefghijkl.AAECAwQFBgcICQoL.MWO6bqCM6ipDk20qgyJb_6vjepX8"
            }
            """;

    @TempDir
    Path folder;

    @Test
    void the_first_format_is_read_and_written_as_it_ever_was() throws VaultFile.BrokenException {
        VaultFile read = read(FORMAT_1);

        assertThat(read.cost())
                .isNotNull()
                .extracting(PassphraseCost::memoryKib)
                .isEqualTo(65536);
        assertThat(new String(read.bytes(), UTF_8)).isEqualTo(FORMAT_1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            "memory_kib" : 65536 | "memory_kib" : 2147483647
            "memory_kib" : 65536 | "memory_kib" : 1
            "memory_kib" : 65536 | "memory_kib" : 99999999999
            "iterations" : 3     | "iterations" : 1000000
            "iterations" : 3     | "iterations" : "3"
            "iterations" : 3     | "iterations" : 3.5
            "parallelism" : 1    | "parallelism" : 0
            "salt" : "           | "salt" : "!
            "salt" : "AAEC       | "salt" : "
            "argon2id" : {       | "argon2id" : true, "x" : {
            "format" : 1         | "format" : "1"
            "installation" :     | "installation" : null, "x" :
            "key_id" :           | "x" :
            "check" :            | "x" :
            """)
    void a_file_with_anything_else_in_a_field_is_refused(String before, String after) {
        assertThat(FORMAT_1).contains(before);

        assertThatExceptionOfType(VaultFile.BrokenException.class)
                .isThrownBy(() -> read(FORMAT_1.replace(before, after)));
    }

    private VaultFile read(String content) throws VaultFile.BrokenException {
        WholeFile file = PrivateFolder.prepare(folder, Steps.NONE).file(VaultFile.NAME);
        file.write(content.getBytes(UTF_8));
        return VaultFile.read(file).orElseThrow();
    }
}
