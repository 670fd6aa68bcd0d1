package io.foxden.config;

import io.foxden.setting.BadValueException;
import io.foxden.words.Message;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads a properties file strictly: UTF-8, no name twice, no broken escape, at most 1 MiB. */
final class PropertiesText {
    static final int MOST_BYTES = 1 << 20;

    private PropertiesText() {}

    /**
     * What a file gives.
     *
     * @param twice the names given more than once, of which one value was lost
     */
    record Content(Map<String, String> values, List<String> twice) {}

    /** @throws BadValueException if it cannot be read at all; the message is the rest of "the file …" */
    static Content read(InputStream stream) throws IOException {
        byte[] bytes = stream.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new BadValueException("config/bad.file-size");
        }
        StringReader text = new StringReader(text(bytes));
        Once names = new Once();
        try {
            names.load(text);
        } catch (IllegalArgumentException e) {
            throw new BadValueException("config/bad.file-escape");
        }
        Map<String, String> values = new TreeMap<>();
        names.stringPropertyNames().forEach(name -> values.put(name, names.getProperty(name)));
        return new Content(values, List.copyOf(names.twice));
    }

    /** Why a file cannot be read, in words; the file's name is in the message already. */
    static Message reason(IOException cause) {
        if (cause instanceof AccessDeniedException) {
            return Message.of("config/reason.denied").with("account", System.getProperty("user.name", "?"));
        }
        if (cause instanceof NoSuchFileException) {
            return Message.of("config/reason.not-there");
        }
        @Nullable String reason = cause instanceof FileSystemException file ? file.getReason() : cause.getMessage();
        return Message.asIs(reason == null ? cause.getClass().getSimpleName() : reason);
    }

    /** Editors on Windows begin a file with a byte order mark; it is no part of the first name. */
    private static String text(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new BadValueException("config/bad.file-encoding");
        }
    }

    /** Keeps note of what {@link Properties} would pass over. */
    private static final class Once extends Properties {
        private static final long serialVersionUID = 1L;

        private final transient List<String> twice = new ArrayList<>();

        @Override
        public synchronized @Nullable Object put(Object name, Object value) {
            Object before = super.put(name, value);
            if (before != null) {
                twice.add(name.toString());
            }
            return before;
        }
    }
}
