package io.foxden.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The content of an answer, which lets go of its line at its end, or where it is closed before. */
final class AnswerStream extends FilterInputStream {
    private final LineEnd end;

    AnswerStream(InputStream content, LineEnd end) {
        super(content);
        this.end = end;
    }

    @Override
    public int read() throws IOException {
        return noted(super.read());
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        return noted(super.read(buffer, offset, length));
    }

    private int noted(int read) {
        if (read < 0) {
            end.reached();
        }
        return read;
    }

    /** The last byte may have been read without a look beyond it; what there is beyond is not read. */
    @Override
    public void close() throws IOException {
        try {
            if (read() >= 0) {
                end.cut();
            }
        } catch (IOException e) {
            end.cut();
        }
    }
}
