package io.foxden.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class ContentCodingTest {
    private static final int LIMIT = 1 << 20;
    private static final byte[] PLAIN = "{\"name\":\"Müller\"}".getBytes(StandardCharsets.UTF_8);

    @Test
    void what_is_not_packed_stays_as_it_is() throws Exception {
        assertThat(unpacked(PLAIN)).isSameAs(PLAIN);
        assertThat(unpacked(PLAIN, "identity", "")).isEqualTo(PLAIN);
    }

    @Test
    void gzip_comes_off_under_any_of_its_names() throws Exception {
        for (String name : List.of("gzip", "GZIP", "x-gzip", " X-GZip ")) {
            assertThat(unpacked(gzip(PLAIN), name)).as(name).isEqualTo(PLAIN);
        }
    }

    @Test
    void deflate_comes_off_with_its_frame_and_without() throws Exception {
        assertThat(unpacked(deflate(PLAIN, false), "deflate")).isEqualTo(PLAIN);
        assertThat(unpacked(deflate(PLAIN, true), "Deflate")).isEqualTo(PLAIN);
    }

    @Test
    void layers_come_off_in_reverse_order_however_they_are_listed() throws Exception {
        byte[] twice = gzip(deflate(PLAIN, false));
        assertThat(unpacked(twice, "deflate, gzip")).isEqualTo(PLAIN);
        assertThat(unpacked(twice, "deflate", "gzip")).isEqualTo(PLAIN);
        assertThat(unpacked(gzip(gzip(PLAIN)), "gzip,identity,gzip")).isEqualTo(PLAIN);
    }

    @Test
    void gzip_without_a_word_comes_off_too() throws Exception {
        assertThat(unpacked(gzip(PLAIN))).isEqualTo(PLAIN);
        assertThat(unpacked(gzip(gzip(PLAIN)), "gzip")).isEqualTo(PLAIN);
    }

    @Test
    void what_was_unpacked_on_its_way_is_taken_as_it_is() throws Exception {
        assertThat(unpacked(PLAIN, "gzip")).isEqualTo(PLAIN);
        assertThat(unpacked(PLAIN, "deflate")).isEqualTo(PLAIN);
    }

    @Test
    void what_cannot_be_unpacked_stays_as_it_came() throws Exception {
        byte[] torn = Arrays.copyOf(gzip(PLAIN), 15);
        assertThat(unpacked(torn, "gzip")).isSameAs(torn);
        assertThat(unpacked(PLAIN, "br")).isSameAs(PLAIN);
        assertThat(unpacked(PLAIN, "gzip, gzip, gzip, gzip, gzip")).isSameAs(PLAIN);
    }

    @Test
    void what_unpacks_to_too_much_is_refused() throws Exception {
        byte[] large = new byte[LIMIT + 1];
        for (byte[] bomb : List.of(gzip(large), gzip(gzip(large)))) {
            assertThatThrownBy(() -> unpacked(bomb, "gzip")).isInstanceOf(AnswerTooLargeException.class);
            assertThatThrownBy(() -> unpacked(bomb)).isInstanceOf(AnswerTooLargeException.class);
        }
        assertThatThrownBy(() -> unpacked(deflate(large, true), "deflate")).isInstanceOf(AnswerTooLargeException.class);
    }

    private static byte[] unpacked(byte[] body, String... headers) throws AnswerTooLargeException {
        return ContentCoding.unpacked(body, List.of(headers), LIMIT);
    }

    static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(plain);
        }
        return packed.toByteArray();
    }

    private static byte[] deflate(byte[] plain, boolean bare) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, bare);
        try (OutputStream out = new DeflaterOutputStream(packed, deflater)) {
            out.write(plain);
        } finally {
            deflater.end();
        }
        return packed.toByteArray();
    }
}
