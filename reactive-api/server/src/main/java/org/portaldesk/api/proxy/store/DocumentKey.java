package org.portaldesk.api.proxy.store;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key of one document. It encrypts each part of it once, so the part's kind and place make the
 * nonce; a part that was moved or changed does not open.
 */
final class DocumentKey {

    /** What a document is made of. */
    enum Part {
        /** Of the original, as it came. */
        PIECE(0),
        /** A page's picture. */
        PAGE(1);

        private final int first;

        Part(int first) {
            this.first = first;
        }

        /** The place of the first. */
        int first() {
            return first;
        }
    }

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final byte[] bytes;

    /**
     * @param bytes 32 of them
     */
    DocumentKey(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    static DocumentKey fresh() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new DocumentKey(bytes);
    }

    byte[] bytes() {
        return bytes.clone();
    }

    byte[] seal(Part part, int place, byte[] clear) {
        try {
            return cipher(Cipher.ENCRYPT_MODE, part, place).doFinal(clear);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("a document cannot be encrypted", impossible);
        }
    }

    /**
     * @throws IllegalStateException if it is not what {@link #seal} made of that part
     */
    byte[] open(Part part, int place, byte[] lying) {
        try {
            return cipher(Cipher.DECRYPT_MODE, part, place).doFinal(lying);
        } catch (GeneralSecurityException changed) {
            throw new IllegalStateException("a document is not as it came", changed);
        }
    }

    private Cipher cipher(int mode, Part part, int place) throws GeneralSecurityException {
        var nonce = ByteBuffer.allocate(NONCE).putInt(part.ordinal()).putInt(place).array();
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(bytes, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }

    @Override
    public String toString() {
        return "DocumentKey[…]";
    }
}
