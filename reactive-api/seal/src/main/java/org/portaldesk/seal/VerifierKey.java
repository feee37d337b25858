package org.portaldesk.seal;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The public half of a {@link SealKey}, in the form of C2SP signed notes: {@code
 * name+hash+base64(0x01 ‖ key)}. An auditor keeps it; old ones are kept as long as what they
 * signed.
 *
 * @param name as in signatures
 * @param point the Ed25519 public key of RFC 8032: 32 bytes
 */
public record VerifierKey(String name, byte[] point) {

    private static final byte ED25519 = 1;
    private static final int POINT_BYTES = 32;

    static VerifierKey of(String name, PublicKey key) {
        var point = ((EdECPublicKey) key).getPoint();
        var bytes = new byte[POINT_BYTES];
        var y = point.getY().toByteArray();
        for (var i = 0; i < y.length && i < POINT_BYTES; i++) {
            bytes[i] = y[y.length - 1 - i];
        }
        if (point.isXOdd()) {
            bytes[POINT_BYTES - 1] |= (byte) 0x80;
        }
        return new VerifierKey(name, bytes);
    }

    /**
     * @throws IllegalArgumentException if the text is no such key
     */
    public static VerifierKey parse(String text) {
        var parts = text.strip().split("\\+", 3);
        if (parts.length == 3) {
            var typed = Base64.getDecoder().decode(parts[2]);
            var key = new VerifierKey(parts[0], Arrays.copyOfRange(typed, 1, typed.length));
            if (typed.length == POINT_BYTES + 1
                    && typed[0] == ED25519
                    && key.toString().equals(text.strip())) {
                return key;
            }
        }
        throw new IllegalArgumentException("Not a verifier key: " + text);
    }

    /** The first four bytes of a hash over name and key: in each signature, to tell keys apart. */
    byte[] id() {
        var named = (name + "\n").getBytes(StandardCharsets.UTF_8);
        return Arrays.copyOf(Tree.sha256(named, typed()), Integer.BYTES);
    }

    boolean signed(String text, byte[] signature) {
        try {
            var check = Signature.getInstance("Ed25519");
            check.initVerify(key());
            check.update(SignedNote.bytes(text));
            return check.verify(signature);
        } catch (GeneralSecurityException forged) {
            return false;
        }
    }

    private PublicKey key() throws GeneralSecurityException {
        var y = point.clone();
        var odd = (y[POINT_BYTES - 1] & 0x80) != 0;
        y[POINT_BYTES - 1] &= 0x7f;
        for (int low = 0, high = POINT_BYTES - 1; low < high; low++, high--) {
            var swapped = y[low];
            y[low] = y[high];
            y[high] = swapped;
        }
        return KeyFactory.getInstance("Ed25519")
                .generatePublic(
                        new EdECPublicKeySpec(
                                NamedParameterSpec.ED25519,
                                new EdECPoint(odd, new BigInteger(1, y))));
    }

    private byte[] typed() {
        return ByteBuffer.allocate(POINT_BYTES + 1).put(ED25519).put(point).array();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifierKey key && toString().equals(key.toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    @Override
    public String toString() {
        return name
                + "+"
                + HexFormat.of().formatHex(id())
                + "+"
                + Base64.getEncoder().encodeToString(typed());
    }
}
