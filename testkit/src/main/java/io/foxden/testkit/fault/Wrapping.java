package io.foxden.testkit.fault;

/** How a true answer is wrapped on its way, by servers and proxies that mean no harm. */
public enum Wrapping {
    GZIP,
    /** {@code X-GZIP}. */
    X_GZIP,
    DEFLATE,
    /** Deflate without its frame, as some send it. */
    BARE_DEFLATE,
    /** {@code deflate, gzip}. */
    DEFLATE_IN_GZIP,
    /** Packed without a word. */
    SILENT_GZIP,
    /** Said to be packed, and is not. */
    FALSE_GZIP,
    /** {@code Content-Type} in two lines. */
    TYPE_TWICE,
    /** Two types in one {@code Content-Type}. */
    TYPE_LIST,
    TYPE_MALFORMED,
    TYPE_ABSENT,
    TEXT_HTML,
    TEXT_PLAIN,
    TEXT_JSON,
    OCTET_STREAM,
    /** With a byte order mark, and declared. */
    UTF_16,
    /** Without mark and word. */
    SILENT_UTF_16,
    /** ISO 8859-1, declared. */
    LATIN_1,
    /** ISO 8859-1 without a word. */
    SILENT_LATIN_1,
    /** UTF-8 with a byte order mark. */
    BYTE_ORDER_MARK,
    /** The first field of the object once more before it, empty. */
    DUPLICATE_KEY,
    /** 203 in place of 200 or 201, as a proxy answers that changed something (RFC 9110, section 15.3.4). */
    NON_AUTHORITATIVE
}
