package io.foxden.host;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A JAR that was read whole, once, because where it lies each of its files would be looked for from its beginning: in a
 * WAR that the container does not unpack. Stays packed in memory. Immutable.
 *
 * <p>Reads what pack.xml writes (APPNOTE.TXT, sections 4.3.12 and 4.3.16): one disk, no ZIP64, stored or deflated.
 */
final class PackedJar {
    private static final int END = 0x06054b50;
    private static final int END_LENGTH = 22;
    private static final int MOST_COMMENT = 0xFFFF;
    private static final int DIRECTORY_ENTRY = 0x02014b50;
    private static final int DIRECTORY_ENTRY_LENGTH = 46;
    private static final int LOCAL_LENGTH = 30;
    private static final int DEFLATED = 8;

    /** Where a file is in the JAR. */
    private record Place(int local, int packed, boolean deflated) {}

    private final ByteBuffer bytes;
    private final Map<String, Place> places = new HashMap<>();

    /**
     * @param folder the files below it can be opened, the others are not kept account of
     * @throws IOException if it is no JAR
     */
    PackedJar(byte[] jar, String folder) throws IOException {
        bytes = ByteBuffer.wrap(jar).order(ByteOrder.LITTLE_ENDIAN);
        try {
            int end = end();
            int at = bytes.getInt(end + 16);
            for (int left = bytes.getShort(end + 10) & 0xFFFF; left > 0; left--) {
                at = note(at, folder);
            }
        } catch (IndexOutOfBoundsException e) {
            throw new IOException("It ends too early", e);
        }
    }

    private int end() throws IOException {
        int last = bytes.capacity() - END_LENGTH;
        for (int at = last; at >= Math.max(0, last - MOST_COMMENT); at--) {
            if (bytes.getInt(at) == END) {
                return at;
            }
        }
        throw new IOException("It is no JAR");
    }

    /** Takes note of one entry of the directory; returns where the next one begins. */
    private int note(int at, String folder) throws IOException {
        if (bytes.getInt(at) != DIRECTORY_ENTRY) {
            throw new IOException("Its directory is damaged");
        }
        int length = bytes.getShort(at + 28) & 0xFFFF;
        String name = new String(bytes.array(), at + DIRECTORY_ENTRY_LENGTH, length, StandardCharsets.UTF_8);
        if (name.startsWith(folder)) {
            places.put(
                    name, new Place(bytes.getInt(at + 42), bytes.getInt(at + 20), bytes.getShort(at + 10) == DEFLATED));
        }
        int extra = bytes.getShort(at + 30) & 0xFFFF;
        int comment = bytes.getShort(at + 32) & 0xFFFF;
        return at + DIRECTORY_ENTRY_LENGTH + length + extra + comment;
    }

    @Nullable
    InputStream open(String name) {
        Place place = places.get(name);
        if (place == null) {
            return null;
        }
        int before = (bytes.getShort(place.local + 26) & 0xFFFF) + (bytes.getShort(place.local + 28) & 0xFFFF);
        InputStream packed = new ByteArrayInputStream(bytes.array(), place.local + LOCAL_LENGTH + before, place.packed);
        return place.deflated ? new Inflating(packed) : packed;
    }

    /** Gives its native memory back with {@code close}. */
    private static final class Inflating extends InflaterInputStream {
        Inflating(InputStream packed) {
            super(packed, new Inflater(true));
        }

        @Override
        public void close() throws IOException {
            super.close();
            inf.end();
        }
    }
}
