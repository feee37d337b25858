package org.portaldesk.api.activation.model;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The server's key over codes. Only a code's HMAC-SHA-256 under it is kept, so that a copy of the
 * database opens nothing.
 */
public final class CodeKey {

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    public CodeKey(byte[] secret) {
        key = new SecretKeySpec(secret, ALGORITHM);
    }

    /** What is kept of a code: 32 bytes. */
    public byte[] hash(Code code) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(code.symbols().getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every JDK has " + ALGORITHM, impossible);
        }
    }
}
