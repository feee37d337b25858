package org.portaldesk.api.platform.secret;

import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** One key of a {@link KeyRing}. */
public final class HmacKey {

    private static final String HMAC = "HmacSHA256";
    private static final int LEAST_BYTES = 32;
    private static final int LEAST_DISTINCT = 12;

    private final SecretKeySpec key;

    private HmacKey(SecretKeySpec key) {
        this.key = key;
    }

    static HmacKey of(String variable, String base64) {
        var bytes = decode(variable, base64);
        // A placeholder repeats itself; random bytes do not.
        var distinct = IntStream.range(0, bytes.length).map(i -> bytes[i]).distinct().count();
        if (bytes.length < LEAST_BYTES || distinct < LEAST_DISTINCT) {
            throw new IllegalArgumentException(
                    variable + " must be base64 of at least " + LEAST_BYTES + " random bytes");
        }
        return new HmacKey(new SecretKeySpec(bytes, HMAC));
    }

    /** HMAC-SHA-256 of a message: 32 bytes. */
    public byte[] hmac(byte[] message) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(key);
            return mac.doFinal(message);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has " + HMAC, impossible);
        }
    }

    private static byte[] decode(String variable, String base64) {
        try {
            return Base64.getDecoder().decode(base64.strip());
        } catch (IllegalArgumentException malformed) {
            throw new IllegalArgumentException(variable + " is not base64", malformed);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HmacKey that && key.equals(that.key);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }

    @Override
    public String toString() {
        return "HmacKey[…]";
    }
}
