package io.foxden.vault;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.jspecify.annotations.Nullable;

/**
 * AES-256-GCM with one key (NIST SP 800-38D), bound to one installation. Safe for many threads; once closed, the key is
 * gone from memory and nothing can be sealed or opened.
 */
final class SealingKey implements AutoCloseable {
    static final int BYTES = 32;

    private final String id;
    private final String installation;
    private final byte[] key;

    /** Kept, because working out the key's schedule costs more than sealing a token; null once closed. */
    private @Nullable GCMModeCipher cipher;

    private boolean keyed;

    /** @param key taken over, not copied: wiped by {@link #close()} */
    SealingKey(String id, String installation, byte[] key) {
        if (key.length != BYTES) {
            throw new IllegalArgumentException("An AES-256 key has 32 bytes, not " + key.length);
        }
        this.id = id;
        this.installation = installation;
        this.key = key;
        this.cipher = GCMBlockCipher.newInstance(AESEngine.newInstance());
    }

    String id() {
        return id;
    }

    /** @param nonce never used before with this key */
    synchronized Envelope seal(Label label, byte[] plain, byte[] nonce) {
        try {
            return new Envelope(id, nonce, run(true, label, nonce, plain));
        } catch (InvalidCipherTextException e) {
            throw new IllegalStateException("Sealing cannot fail on its input", e);
        }
    }

    /** Empty if the envelope was changed, or sealed with another key or for another place. */
    synchronized Optional<byte[]> open(Label label, Envelope envelope) {
        if (!envelope.keyId().equals(id)) {
            return Optional.empty();
        }
        try {
            return Optional.of(run(false, label, envelope.nonce(), envelope.ciphertext()));
        } catch (InvalidCipherTextException e) {
            return Optional.empty();
        }
    }

    @Override
    public synchronized void close() {
        cipher = null;
        Arrays.fill(key, (byte) 0);
    }

    private byte[] run(boolean sealing, Label label, byte[] nonce, byte[] input) throws InvalidCipherTextException {
        GCMModeCipher gcm = cipher;
        if (gcm == null) {
            throw new IllegalStateException("The vault is closed");
        }
        @Nullable KeyParameter first = keyed ? null : new KeyParameter(key); // none: the same as before
        gcm.init(sealing, new AEADParameters(first, Envelope.TAG_BYTES * Byte.SIZE, nonce, place(label)));
        keyed = true;
        byte[] output = new byte[gcm.getOutputSize(input.length)];
        int done = gcm.processBytes(input, 0, input.length, output, 0);
        gcm.doFinal(output, done);
        return output;
    }

    /** Each part with its length before it, so that no two places give the same bytes. */
    private byte[] place(Label label) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (String part : new String[] {Envelope.VERSION, id, installation, label.record(), label.field()}) {
            byte[] text = part.getBytes(StandardCharsets.UTF_8);
            bytes.writeBytes(
                    ByteBuffer.allocate(Integer.BYTES).putInt(text.length).array());
            bytes.writeBytes(text);
        }
        return bytes.toByteArray();
    }
}
