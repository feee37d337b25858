package org.portaldesk.api.proxy.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.portaldesk.api.platform.secret.HmacKey;
import org.portaldesk.api.platform.secret.KeyRing;

/**
 * Keeps the keys of documents, each encrypted under the newest key of the ring. When that is
 * renewed, these few bytes are encrypted anew and the documents stay as they lie.
 *
 * @see "docs/decisions/0124-documents-are-encrypted.md"
 */
final class DocumentSafe {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final int NAME = 8;

    /**
     * A document's key as the database holds it.
     *
     * @param keyName of the key around it: 8 hexadecimal digits
     */
    record Locked(byte[] key, String keyName) {}

    private final KeyRing ring;

    DocumentSafe(KeyRing ring) {
        this.ring = ring;
    }

    /** The name of the key that locks now. */
    String newest() {
        return name(ring.newest());
    }

    /**
     * @param sha256 of the original: the key opens with it alone
     */
    Locked lock(DocumentKey key, byte[] sha256) {
        var nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        try {
            var locked =
                    cipher(Cipher.ENCRYPT_MODE, ring.newest(), nonce, sha256).doFinal(key.bytes());
            var bytes = ByteBuffer.allocate(NONCE + locked.length).put(nonce).put(locked).array();
            return new Locked(bytes, newest());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("a document's key cannot be encrypted", impossible);
        }
    }

    /**
     * @throws IllegalStateException if its key is not in the ring, or it is another document's
     */
    DocumentKey unlock(Locked locked, byte[] sha256) {
        var nonce = Arrays.copyOf(locked.key(), NONCE);
        var rest = Arrays.copyOfRange(locked.key(), NONCE, locked.key().length);
        try {
            var key = named(locked.keyName());
            return new DocumentKey(cipher(Cipher.DECRYPT_MODE, key, nonce, sha256).doFinal(rest));
        } catch (GeneralSecurityException changed) {
            throw new IllegalStateException("a document's key is not as it was", changed);
        }
    }

    private HmacKey named(String name) {
        return ring.all().stream()
                .filter(key -> name(key).equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "PORTAL_DESK_DOCUMENT_KEY lacks the key named " + name));
    }

    private static String name(HmacKey key) {
        return HexFormat.of().formatHex(key.hmac(bytes("document name"))).substring(0, NAME);
    }

    private static Cipher cipher(int mode, HmacKey key, byte[] nonce, byte[] sha256)
            throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        var secret = new SecretKeySpec(key.hmac(bytes("document")), "AES");
        cipher.init(mode, secret, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(sha256);
        return cipher;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
