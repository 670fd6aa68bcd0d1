package io.foxden.store;

import io.foxden.hal.Json;
import io.foxden.hal.MalformedDocumentException;
import io.foxden.problem.Code;
import io.foxden.problem.OperatorException;
import io.foxden.problem.Problem;
import io.foxden.words.Message;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** A record as it stands in its file: JSON with a format number, its own name, its version and a checksum. */
record RecordText(String name, long version, Fields content) {
    static final int MAX_BYTES = 1_000_000;

    private static final int FORMAT = 1;

    /**
     * UTF-8.
     *
     * @throws IllegalArgumentException if that could not be read back
     */
    byte[] bytes() {
        Map<String, Object> plain = content.plain();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("format", FORMAT);
        json.put("record", name);
        json.put("version", version);
        json.put("sha256", Checksum.of(name, version, plain));
        json.put("content", plain);
        byte[] bytes = (Json.write(json) + "\n").getBytes(StandardCharsets.UTF_8);
        if (bytes.length > MAX_BYTES) {
            throw unreadable("it has " + bytes.length + " bytes of at most " + MAX_BYTES);
        }
        return bytes;
    }

    /**
     * @throws DamagedException if it is not, or not completely, what {@link #bytes()} made
     * @throws OperatorException with {@link Code#RECORD_UNREADABLE}, if a newer Foxden wrote it
     */
    static RecordText of(String name, byte[] bytes, Path file) throws DamagedException {
        Map<String, Object> json = json(bytes);
        int format = (int) number(json, "format");
        if (format > FORMAT) {
            throw newer(file, format);
        }
        if (format != FORMAT || !name.equals(json.get("record"))) {
            throw new DamagedException(
                    Message.of("store/damaged.other").with("name", name).with("format", FORMAT));
        }
        long version = number(json, "version");
        Fields content = content(name, json);
        if (version < 1 || !Checksum.of(name, version, content.plain()).equals(json.get("sha256"))) {
            throw new DamagedException(Message.of("store/damaged.checksum"));
        }
        return new RecordText(name, version, content);
    }

    /** The bytes, after reading them back: for content that may hold what cannot be written, such as half a character. */
    byte[] checkedBytes(Path file) {
        byte[] bytes = bytes();
        try {
            if (of(name, bytes, file).equals(this)) {
                return bytes;
            }
        } catch (DamagedException e) {
            throw new IllegalArgumentException(unreadable(e.why().toString()).getMessage(), e);
        }
        throw unreadable("it would say something else");
    }

    private IllegalArgumentException unreadable(String why) {
        return new IllegalArgumentException("Record '" + name + "' would not be readable: " + why);
    }

    private static Map<String, Object> json(byte[] bytes) throws DamagedException {
        if (bytes.length == 0) {
            throw new DamagedException(Message.of("store/damaged.empty"));
        }
        try {
            return Json.read(new String(bytes, StandardCharsets.UTF_8));
        } catch (MalformedDocumentException e) {
            throw new DamagedException(Message.of("store/damaged.malformed").with("reason", e.reason()));
        }
    }

    private static Fields content(String name, Map<String, Object> json) throws DamagedException {
        if (!(json.get("content") instanceof Map<?, ?> content)) {
            throw new DamagedException(Message.of("store/damaged.no-content"));
        }
        try {
            return Fields.ofPlain(content, Message.of("store/origin.record").with("name", name));
        } catch (IllegalArgumentException e) {
            throw new DamagedException(Message.of("store/damaged.content"));
        }
    }

    private static long number(Map<String, Object> json, String key) {
        return json.get(key) instanceof Number number ? number.longValue() : 0;
    }

    private static OperatorException newer(Path file, int format) {
        Message what = Message.of("store/newer")
                .with("file", file)
                .with("format", format)
                .with("known", FORMAT);
        return new OperatorException(Problem.of(Code.RECORD_UNREADABLE, what).withNext(Message.of("store/newer.next")));
    }
}
