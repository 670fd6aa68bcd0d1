package io.foxden.setting;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Which kind of header a trusted proxy's word is taken from; the other kind may be the client's own. */
public enum ProxyHeader {
    /** {@code X-Forwarded-For} and its kin. */
    X_FORWARDED("x-forwarded"),
    /** RFC 7239. */
    FORWARDED("forwarded");

    private final String word;

    ProxyHeader(String word) {
        this.word = word;
    }

    /** As in {@code foxden.proxy-header}. */
    public String word() {
        return word;
    }

    public ProxyHeader other() {
        return this == FORWARDED ? X_FORWARDED : FORWARDED;
    }

    static String allowed() {
        return Arrays.stream(values()).map(ProxyHeader::word).collect(Collectors.joining(", "));
    }

    public static ProxyHeader parse(String word) {
        return Arrays.stream(values())
                .filter(kind -> kind.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new BadValueException("setting/bad.proxy-header"));
    }
}
