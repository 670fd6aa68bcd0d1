package io.foxden.vault;

import io.foxden.file.WholeFile;
import io.foxden.hal.Json;
import io.foxden.hal.MalformedDocumentException;
import io.foxden.problem.Code;
import io.foxden.problem.OperatorException;
import io.foxden.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What {@code vault.json} holds; nothing of it is secret.
 *
 * @param installation whose vault it is
 * @param keyId the key in use
 * @param cost how the key comes from a passphrase; null where it does not
 * @param check a sealed text by which the right key is known
 */
record VaultFile(
        String installation, String keyId, @Nullable PassphraseCost cost, String check) {
    static final String NAME = "vault.json";
    static final int FORMAT = 1;

    private static final int MOST_BYTES = 64 * 1024;

    /** @throws OperatorException with {@link Code#RECORD_UNREADABLE} if there is one that cannot be understood */
    static Optional<VaultFile> read(WholeFile file) {
        return file.read(MOST_BYTES).map(bytes -> parse(file, new String(bytes, StandardCharsets.UTF_8)));
    }

    byte[] bytes() {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("format", FORMAT);
        content.put("installation", installation);
        content.put("key_id", keyId);
        if (cost != null) {
            content.put("argon2id", cost(cost));
        }
        content.put("check", check);
        return (Json.write(content) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, Object> cost(PassphraseCost cost) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("memory_kib", cost.memoryKib());
        content.put("iterations", cost.iterations());
        content.put("parallelism", cost.parallelism());
        content.put("salt", Base64.getEncoder().encodeToString(cost.salt()));
        return content;
    }

    private static VaultFile parse(WholeFile file, String json) {
        try {
            Map<?, ?> content = Json.read(json);
            int format = number(content, "format");
            if (format != FORMAT) {
                throw unreadable(
                        file,
                        "has the format " + format + ", and this version of Foxden knows " + FORMAT,
                        "Use the version of Foxden that wrote it. Nothing was changed.");
            }
            Object cost = content.get("argon2id");
            return new VaultFile(
                    text(content, "installation"),
                    text(content, "key_id"),
                    cost == null ? null : cost(cost),
                    text(content, "check"));
        } catch (MalformedDocumentException | IllegalArgumentException e) {
            throw unreadable(
                    file, "cannot be understood: " + e.getMessage(), "Put it back from a backup. Nothing was changed.");
        }
    }

    private static PassphraseCost cost(Object content) {
        if (!(content instanceof Map<?, ?> map)) {
            throw new IllegalArgumentException("argon2id is not an object");
        }
        return new PassphraseCost(
                number(map, "memory_kib"),
                number(map, "iterations"),
                number(map, "parallelism"),
                Base64.getDecoder().decode(text(map, "salt")));
    }

    private static String text(Map<?, ?> content, String name) {
        if (content.get(name) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException(name + " is not a text");
    }

    private static int number(Map<?, ?> content, String name) {
        if (content.get(name) instanceof Integer number) {
            return number;
        }
        throw new IllegalArgumentException(name + " is not a number");
    }

    private static OperatorException unreadable(WholeFile file, String what, String remedy) {
        return new OperatorException(Problem.of(Code.RECORD_UNREADABLE, file.path() + " " + what + ".")
                .withRemedy(remedy));
    }
}
