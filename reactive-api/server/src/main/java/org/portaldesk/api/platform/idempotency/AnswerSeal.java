package org.portaldesk.api.platform.idempotency;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.platform.secret.HmacKey;
import org.portaldesk.api.platform.secret.KeyRing;

/**
 * Seals an answer under a key made of the server's key and the caller's idempotency key. The
 * database holds only a hash of the latter, so neither a reader of the table nor the staff can open
 * what an answer said, such as an activation code.
 *
 * @see "docs/decisions/0005-kept-answers-are-sealed.md"
 */
final class AnswerSeal {

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final HmacKey key;
    private final String scope;

    AnswerSeal(HmacKey key, Caller caller, String idempotencyKey) {
        this.key = key;
        this.scope = caller.id() + '\u001f' + idempotencyKey;
    }

    /** One for each of the server's keys, the newest first. */
    static List<AnswerSeal> all(KeyRing keys, Caller caller, String idempotencyKey) {
        return keys.all().stream().map(key -> new AnswerSeal(key, caller, idempotencyKey)).toList();
    }

    /** What the act and its body must be, for the same idempotency key. */
    byte[] fingerprint(String request) {
        return key.hmac(bytes(request));
    }

    /** What the table knows the key by. */
    byte[] keyHash() {
        return key.hmac(bytes("name\u001f" + scope));
    }

    byte[] seal(byte[] answer) {
        // The key serves one answer, or a repetition of the act's try; a nonce made of the answer
        // never meets another one.
        var nonce = Arrays.copyOf(key.hmac(concat(bytes("nonce\u001f" + scope), answer)), NONCE);
        return concat(nonce, crypt(Cipher.ENCRYPT_MODE, nonce, answer));
    }

    byte[] open(byte[] sealed) {
        var nonce = Arrays.copyOf(sealed, NONCE);
        return crypt(Cipher.DECRYPT_MODE, nonce, Arrays.copyOfRange(sealed, NONCE, sealed.length));
    }

    private byte[] crypt(int mode, byte[] nonce, byte[] text) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            var secret = new SecretKeySpec(key.hmac(bytes("seal\u001f" + scope)), "AES");
            cipher.init(mode, secret, new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("a kept answer cannot be sealed or opened", failure);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] concat(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length).put(first).put(second).array();
    }
}
