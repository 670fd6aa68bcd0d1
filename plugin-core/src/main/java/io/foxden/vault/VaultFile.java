package io.foxden.vault;

import io.foxden.file.WholeFile;
import io.foxden.hal.Json;
import io.foxden.hal.MalformedDocumentException;
import io.foxden.problem.Code;
import io.foxden.problem.OperatorException;
import io.foxden.problem.Problem;
import io.foxden.words.Message;
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

    /** The bytes are not what {@link #bytes()} made; the message says why, without the content. */
    static final class BrokenException extends Exception {
        private static final long serialVersionUID = 1L;

        BrokenException(Exception cause) {
            super(cause.getMessage(), cause);
        }
    }

    /**
     * @throws BrokenException if there is one that cannot be understood
     * @throws OperatorException with {@link Code#RECORD_UNREADABLE} if a later Foxden wrote it
     */
    static Optional<VaultFile> read(WholeFile file) throws BrokenException {
        Optional<byte[]> bytes = file.read(MOST_BYTES);
        return bytes.isEmpty()
                ? Optional.empty()
                : Optional.of(parse(file, new String(bytes.get(), StandardCharsets.UTF_8)));
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

    private static VaultFile parse(WholeFile file, String json) throws BrokenException {
        try {
            Map<?, ?> content = Json.read(json);
            int format = number(content, "format");
            if (format != FORMAT) {
                throw later(file, format);
            }
            Object cost = content.get("argon2id");
            return new VaultFile(
                    text(content, "installation"),
                    text(content, "key_id"),
                    cost == null ? null : cost(cost),
                    text(content, "check"));
        } catch (MalformedDocumentException | IllegalArgumentException e) {
            throw new BrokenException(e);
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

    private static OperatorException later(WholeFile file, int format) {
        Message what = Message.of("vault/newer")
                .with("file", file.path())
                .with("format", format)
                .with("known", FORMAT);
        return new OperatorException(Problem.of(Code.RECORD_UNREADABLE, what).withNext(Message.of("vault/newer.next")));
    }
}
