package org.portaldesk.api.draft;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.portaldesk.api.platform.secret.HmacKey;
import org.portaldesk.api.platform.secret.SecretKeys;
import org.springframework.stereotype.Component;

/**
 * Encrypts drafts under a key that the database never sees, one for each person. A draft opens for
 * that person and that place only: moved to another row, it does not open.
 */
@Component
class DraftSeal {

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeys keys;
    private final SecureRandom random = new SecureRandom();

    DraftSeal(SecretKeys keys) {
        this.keys = keys;
    }

    byte[] seal(String person, String place, String text) {
        var nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            var sealed =
                    cipher(Cipher.ENCRYPT_MODE, keys.answers().newest(), nonce, person, place)
                            .doFinal(bytes(text));
            return ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("a draft cannot be sealed", impossible);
        }
    }

    /** Nothing when it is of somebody else, of another place, or of a key that is gone. */
    Optional<String> open(String person, String place, byte[] sealed) {
        return keys.answers().all().stream()
                .flatMap(key -> open(key, person, place, sealed).stream())
                .findFirst();
    }

    private static Optional<String> open(HmacKey key, String person, String place, byte[] sealed) {
        var nonce = new byte[NONCE];
        var rest = ByteBuffer.wrap(sealed).get(nonce).slice();
        var text = new byte[rest.remaining()];
        rest.get(text);
        try {
            var opened = cipher(Cipher.DECRYPT_MODE, key, nonce, person, place).doFinal(text);
            return Optional.of(new String(opened, StandardCharsets.UTF_8));
        } catch (AEADBadTagException notTheirs) {
            return Optional.empty();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("a draft cannot be opened", impossible);
        }
    }

    private static Cipher cipher(int mode, HmacKey key, byte[] nonce, String person, String place)
            throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, secret(key, person), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(bytes(person + '\u001f' + place));
        return cipher;
    }

    private static SecretKey secret(HmacKey key, String person) {
        return new SecretKeySpec(key.hmac(bytes("draft\u001f" + person)), "AES");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
