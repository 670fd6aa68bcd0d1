package io.foxden.vault;

import io.foxden.file.WholeFile;
import io.foxden.problem.Code;
import io.foxden.problem.OperatorException;
import io.foxden.problem.Problem;
import io.foxden.secret.RandomText;
import io.foxden.words.Message;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/** A key as Base64 (RFC 4648, section 4 or 5), in a file or in a setting. */
final class KeyFile {
    static final String NAME = "vault.key";

    private static final int MOST_BYTES = 4096;

    private final WholeFile file;

    KeyFile(WholeFile file) {
        this.file = file;
    }

    /**
     * The key, 32 bytes; empty if there is no such file.
     *
     * @throws OperatorException with {@link Code#VAULT_KEY_MISSING} if it cannot be read, {@link Code#VAULT_KEY_WRONG} if
     *     it holds no key
     */
    Optional<byte[]> read() {
        Optional<byte[]> content = content();
        try {
            return content.map(bytes -> decode(Message.of("vault/place.file").with("file", file.path()), bytes));
        } finally {
            content.ifPresent(bytes -> Arrays.fill(bytes, (byte) 0));
        }
    }

    /** Makes the file with a new key, unless another one is faster; read it afterwards, whichever it was. */
    void generate(RandomText random) {
        byte[] key = random.bytes(SealingKey.BYTES);
        byte[] text = Base64.getEncoder().encode(key);
        byte[] line = Arrays.copyOf(text, text.length + 1);
        line[text.length] = '\n';
        try {
            file.create(line);
        } finally {
            Arrays.fill(key, (byte) 0);
            Arrays.fill(text, (byte) 0);
            Arrays.fill(line, (byte) 0);
        }
    }

    /** @param place what holds the text, the subject of the message if it is no key */
    static byte[] decode(Message place, String base64) {
        byte[] text = base64.getBytes(StandardCharsets.UTF_8);
        try {
            return decode(place, text);
        } finally {
            Arrays.fill(text, (byte) 0);
        }
    }

    private static byte[] decode(Message place, byte[] base64) {
        byte[] text = plain(base64);
        try {
            byte[] key = Base64.getDecoder().decode(text);
            if (key.length != SealingKey.BYTES) {
                Arrays.fill(key, (byte) 0);
                throw new OperatorException(
                        Code.VAULT_KEY_WRONG,
                        Message.of("vault/key-length").with("place", place).with("length", key.length));
            }
            return key;
        } catch (IllegalArgumentException e) {
            // without the cause, whose message quotes the content
            throw new OperatorException(
                    Code.VAULT_KEY_WRONG, Message.of("vault/no-base64").with("place", place));
        } finally {
            Arrays.fill(text, (byte) 0);
        }
    }

    /** Without the blanks around it, and in the first of the two alphabets. */
    private static byte[] plain(byte[] base64) {
        int from = 0;
        int to = base64.length;
        while (from < to && blank(base64[from])) {
            from++;
        }
        while (to > from && blank(base64[to - 1])) {
            to--;
        }
        byte[] text = Arrays.copyOfRange(base64, from, to);
        for (int i = 0; i < text.length; i++) {
            text[i] = text[i] == '-' ? (byte) '+' : text[i] == '_' ? (byte) '/' : text[i];
        }
        return text;
    }

    private static boolean blank(byte character) {
        return character == ' ' || character == '\t' || character == '\r' || character == '\n';
    }

    private Optional<byte[]> content() {
        try {
            return file.read(MOST_BYTES);
        } catch (OperatorException e) {
            throw new OperatorException(
                    Problem.of(
                            Code.VAULT_KEY_MISSING,
                            Message.of("vault/key-unreadable")
                                    .with("trouble", e.problem().what())),
                    e);
        }
    }
}
