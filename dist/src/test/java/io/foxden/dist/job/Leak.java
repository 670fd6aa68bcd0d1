package io.foxden.dist.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Looks for secrets where they must not be. */
final class Leak {
    private Leak() {}

    /** Searches every file below a folder, but for the one that is the generated key, as bytes. */
    static void assertNoneBelow(Path folder, Collection<String> secrets) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith("vault.key"))
                    .toList();
        }
        for (Path file : files) {
            String content = Files.readString(file, StandardCharsets.ISO_8859_1);
            assertNone(file.toString(), content, secrets);
        }
        assertThat(files).as("files searched").isNotEmpty();
    }

    static void assertNoneIn(List<String> texts, Collection<String> secrets) {
        texts.forEach(text -> assertNone("something shown", text, secrets));
    }

    private static void assertNone(String where, String content, Collection<String> secrets) {
        for (String secret : secrets) {
            // The secret itself stays out of the message: a test's log is kept, too.
            assertThat(content.contains(secret))
                    .as("a secret of %s characters in %s", secret.length(), where)
                    .isFalse();
        }
    }
}
