package io.foxden.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * Unpacks what was packed although nobody asked for it (RFC 9110, section 8.4): announced, announced and unpacked on
 * its way, or packed without a word. What cannot be unpacked stays as it came.
 */
final class ContentCoding {
    private static final int MAX_LAYERS = 4;

    private ContentCoding() {}

    /**
     * @param headers the values of {@code Content-Encoding}
     * @throws AnswerTooLargeException if a layer unpacks to more than the limit
     */
    static byte[] unpacked(byte[] body, List<String> headers, int limit) throws AnswerTooLargeException {
        if (headers.isEmpty() && !isGzip(body)) {
            return body;
        }
        try {
            return unannounced(announced(body, codings(headers), limit), limit);
        } catch (AnswerTooLargeException e) {
            throw e;
        } catch (IOException e) {
            return body;
        }
    }

    private static List<String> codings(List<String> headers) throws IOException {
        List<String> codings = new ArrayList<>();
        for (String each : String.join(",", headers).split(",", -1)) {
            String coding = each.strip().toLowerCase(Locale.ROOT);
            if (!coding.isEmpty() && !coding.equals("identity")) {
                codings.add(coding);
            }
        }
        if (codings.size() > MAX_LAYERS) {
            throw new IOException("too many codings");
        }
        return codings;
    }

    /** The coding that was applied last stands last, and comes off first. */
    private static byte[] announced(byte[] body, List<String> codings, int limit) throws IOException {
        byte[] content = body;
        for (int i = codings.size() - 1; i >= 0; i--) {
            content = switch (codings.get(i)) {
                case "gzip", "x-gzip" -> isGzip(content) ? gunzipped(content, limit) : content;
                case "deflate" -> inflated(content, limit);
                default -> throw new IOException("an unknown coding");
            };
        }
        return content;
    }

    private static byte[] unannounced(byte[] body, int limit) throws IOException {
        byte[] content = body;
        for (int layer = 0; layer < MAX_LAYERS && isGzip(content); layer++) {
            content = gunzipped(content, limit);
        }
        return content;
    }

    /** What no text begins with, JSON least of all (RFC 1952, section 2.3.1). */
    private static boolean isGzip(byte[] content) {
        return content.length > 2 && content[0] == 0x1f && content[1] == (byte) 0x8b;
    }

    private static byte[] gunzipped(byte[] content, int limit) throws IOException {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(content))) {
            return bounded(in, limit);
        }
    }

    /** With the frame of RFC 1950, as the standard says, or without, as some send it; or unpacked already. */
    private static byte[] inflated(byte[] content, int limit) throws IOException {
        for (boolean bare : List.of(false, true)) {
            Inflater inflater = new Inflater(bare);
            try (InputStream in = new InflaterInputStream(new ByteArrayInputStream(content), inflater)) {
                return bounded(in, limit);
            } catch (AnswerTooLargeException e) {
                throw e;
            } catch (IOException e) {
                // Then in the other way, or not at all.
            } finally {
                inflater.end();
            }
        }
        return content;
    }

    private static byte[] bounded(InputStream in, int limit) throws IOException {
        byte[] content = in.readNBytes(limit + 1);
        if (content.length > limit) {
            throw new AnswerTooLargeException(limit);
        }
        return content;
    }
}
