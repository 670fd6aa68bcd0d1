package io.foxden.testkit.reception;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.foxden.testkit.fault.Wrapping;
import io.foxden.testkit.wire.Answer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;

/** Wraps a true answer in an odd way. */
final class Wrapper {
    private static final String CODING = "Content-Encoding";

    private Wrapper() {}

    static Answer wrapped(Answer answer, Wrapping wrapping) {
        byte[] body = answer.body();
        String type = answer.contentType();
        return switch (wrapping) {
            case GZIP -> answer.withBody(type, gzip(body)).withHeader(CODING, "gzip");
            case X_GZIP -> answer.withBody(type, gzip(body)).withHeader(CODING, "X-GZIP");
            case DEFLATE -> answer.withBody(type, deflate(body, false)).withHeader(CODING, "deflate");
            case BARE_DEFLATE -> answer.withBody(type, deflate(body, true)).withHeader(CODING, "deflate");
            case DEFLATE_IN_GZIP ->
                answer.withBody(type, gzip(deflate(body, false))).withHeader(CODING, "deflate, gzip");
            case SILENT_GZIP -> answer.withBody(type, gzip(body));
            case FALSE_GZIP -> answer.withHeader(CODING, "gzip");
            case TYPE_TWICE -> answer.withBody(type + "\n" + type, body);
            case TYPE_LIST -> answer.withBody("text/html, " + type, body);
            case TYPE_MALFORMED -> answer.withBody("hal json;;=", body);
            case TYPE_ABSENT -> answer.withoutHeader("Content-Type");
            case TEXT_HTML -> answer.withBody("text/html; charset=utf-8", body);
            case TEXT_PLAIN -> answer.withBody("text/plain", body);
            case TEXT_JSON -> answer.withBody("text/json", body);
            case OCTET_STREAM -> answer.withBody("application/octet-stream", body);
            case UTF_16 ->
                answer.withBody(
                        "application/json; charset=utf-16", answer.text().getBytes(UTF_16));
            case SILENT_UTF_16 -> answer.withBody(type, answer.text().getBytes(UTF_16LE));
            case LATIN_1 ->
                answer.withBody(
                        "application/json; charset=iso-8859-1", answer.text().getBytes(ISO_8859_1));
            case SILENT_LATIN_1 -> answer.withBody(type, answer.text().getBytes(ISO_8859_1));
            case BYTE_ORDER_MARK -> answer.withBody(type, ("\ufeff" + answer.text()).getBytes(UTF_8));
            case DUPLICATE_KEY ->
                answer.withBody(type, duplicated(answer.text()).getBytes(UTF_8));
            case NON_AUTHORITATIVE -> answer.status() < 300 ? answer.withStatus(203) : answer;
        };
    }

    private static String duplicated(String json) {
        return json.replaceFirst("\\{\\s*(\"[^\"]*\")\\s*:", "{$1:\"\",$1:");
    }

    private static byte[] gzip(byte[] plain) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // there is nothing but memory
        }
        return packed.toByteArray();
    }

    private static byte[] deflate(byte[] plain, boolean bare) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, bare);
        try (OutputStream out = new DeflaterOutputStream(packed, deflater)) {
            out.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // there is nothing but memory
        } finally {
            deflater.end();
        }
        return packed.toByteArray();
    }
}
