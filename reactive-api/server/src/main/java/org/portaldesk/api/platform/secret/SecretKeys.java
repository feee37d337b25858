package org.portaldesk.api.platform.secret;

import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Keys that never touch the database. A missing, short or placeholder key stops the start with a
 * message that names the variable.
 */
@ConfigurationProperties("portal-desk.secret")
public final class SecretKeys {

    private static final String HMAC = "HmacSHA256";
    private static final int LEAST_BYTES = 32;
    private static final int LEAST_DISTINCT = 12;

    private final SecretKeySpec codeKey;
    private final SecretKeySpec answerKey;

    /**
     * @param codeKey base64, at least 32 random bytes; {@code answerKey} likewise
     */
    public SecretKeys(String codeKey, String answerKey) {
        this.codeKey = key("PORTAL_DESK_CODE_KEY", codeKey);
        this.answerKey = key("PORTAL_DESK_ANSWER_KEY", answerKey);
        if (this.codeKey.equals(this.answerKey)) {
            throw new IllegalArgumentException(
                    "PORTAL_DESK_ANSWER_KEY must differ from PORTAL_DESK_CODE_KEY");
        }
    }

    /** HMAC-SHA-256 under the key of activation codes: 32 bytes. */
    public byte[] codeHmac(byte[] message) {
        return hmac(codeKey, message);
    }

    /** HMAC-SHA-256 under the key that seals kept answers: 32 bytes. */
    public byte[] answerHmac(byte[] message) {
        return hmac(answerKey, message);
    }

    @Override
    public String toString() {
        return "SecretKeys[…]";
    }

    private static byte[] hmac(SecretKeySpec key, byte[] message) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(key);
            return mac.doFinal(message);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has " + HMAC, impossible);
        }
    }

    private static SecretKeySpec key(String variable, String base64) {
        var bytes = decode(variable, base64);
        // A placeholder repeats itself; random bytes do not.
        var distinct = IntStream.range(0, bytes.length).map(i -> bytes[i]).distinct().count();
        if (bytes.length < LEAST_BYTES || distinct < LEAST_DISTINCT) {
            throw new IllegalArgumentException(
                    variable + " must be base64 of at least " + LEAST_BYTES + " random bytes");
        }
        return new SecretKeySpec(bytes, HMAC);
    }

    private static byte[] decode(String variable, String base64) {
        try {
            return Base64.getDecoder().decode(base64.strip());
        } catch (IllegalArgumentException malformed) {
            throw new IllegalArgumentException(variable + " is not base64", malformed);
        }
    }
}
