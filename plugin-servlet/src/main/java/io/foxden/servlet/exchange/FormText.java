package io.foxden.servlet.exchange;

import io.foxden.words.Message;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Text of a form field between its escaped and its plain shape. */
final class FormText {
    private static final int SHOWN = 60;
    private static final int HEX = 16;

    private FormText() {}

    /** Undoes {@code +} and {@code %XX}; the bytes must be UTF-8. */
    static String decode(String escaped) {
        if (escaped.indexOf('%') < 0
                && escaped.indexOf('+') < 0
                && escaped.chars().allMatch(c -> c < 0x80)) {
            return escaped;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(escaped.length());
        byte[] raw = escaped.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < raw.length; i++) {
            if (raw[i] == '%') {
                bytes.write(escape(raw, i));
                i += 2;
            } else {
                bytes.write(raw[i] == '+' ? ' ' : raw[i]);
            }
        }
        return utf8(bytes.toByteArray()).orElseThrow(() -> Parameters.bad(Message.of("servlet/exchange/not-utf8")));
    }

    private static int escape(byte[] raw, int at) {
        int high = at + 2 < raw.length ? Character.digit(raw[at + 1], HEX) : -1;
        int low = at + 2 < raw.length ? Character.digit(raw[at + 2], HEX) : -1;
        if (high < 0 || low < 0) {
            throw Parameters.bad(Message.of("servlet/exchange/percent"));
        }
        return high * HEX + low;
    }

    /**
     * What a browser sent, where the host already decoded it. A host that was told no encoding takes ISO-8859-1 (Servlet
     * 6.0, section 3.12); text that makes sense as UTF-8 when turned back was damaged so.
     */
    static String repair(String decoded) {
        boolean suspect =
                decoded.chars().anyMatch(c -> c > 0x7F) && decoded.chars().allMatch(c -> c <= 0xFF);
        return suspect ? utf8(decoded.getBytes(StandardCharsets.ISO_8859_1)).orElse(decoded) : decoded;
    }

    /** A name from outside, cut to a length fit for a message. */
    static String shown(String name) {
        return name.length() <= SHOWN ? name : name.substring(0, SHOWN) + "…";
    }

    static Optional<String> utf8(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
