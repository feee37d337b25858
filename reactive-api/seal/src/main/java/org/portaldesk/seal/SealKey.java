package org.portaldesk.seal;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;
import java.util.Base64;

/** Signs checkpoints with Ed25519. It lives outside the database, and is never shown. */
public final class SealKey {

    private static final int SEED_BYTES = 32;

    private final PrivateKey secret;
    private final VerifierKey verifier;

    /**
     * @param name names the key in each signature; a new key has a new name
     * @param seed 32 random bytes, the private key of RFC 8032
     */
    public SealKey(String name, byte[] seed) {
        if (seed.length != SEED_BYTES) {
            throw new IllegalArgumentException("A seal key has " + SEED_BYTES + " bytes");
        }
        var pair = pair(seed);
        secret = pair.getPrivate();
        verifier = VerifierKey.of(name, pair.getPublic());
    }

    /** What checks its signatures. */
    public VerifierKey verifier() {
        return verifier;
    }

    /** The checkpoint as a signed note: its text, an empty line, and the signature. */
    public String sign(Checkpoint checkpoint) {
        var text = checkpoint.text();
        return text + "\n" + SignedNote.signature(verifier, signature(text)) + "\n";
    }

    private byte[] signature(String text) {
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(secret);
            signature.update(SignedNote.bytes(text));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The JDK derives a public key only while it makes a pair: so it is handed the seed as chance.
     */
    private static KeyPair pair(byte[] seed) {
        try {
            var generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(NamedParameterSpec.ED25519, new Given(seed));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return "SealKey[" + verifier.name() + ']';
    }

    private static final class Given extends SecureRandom {

        private static final long serialVersionUID = 1L;

        private final String seed;

        Given(byte[] seed) {
            super();
            this.seed = Base64.getEncoder().encodeToString(seed);
        }

        @Override
        public void nextBytes(byte[] bytes) {
            System.arraycopy(Base64.getDecoder().decode(seed), 0, bytes, 0, bytes.length);
        }
    }
}
