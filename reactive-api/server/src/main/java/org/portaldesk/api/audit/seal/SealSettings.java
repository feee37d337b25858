package org.portaldesk.api.audit.seal;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import org.portaldesk.seal.SealKey;
import org.portaldesk.seal.VerifierKey;
import org.portaldesk.seal.outside.StoreAccess;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The key that signs checkpoints, the keys that signed older ones, and where checkpoints are
 * published. A missing, short or placeholder key stops the start.
 */
@ConfigurationProperties("portal-desk.seal")
final class SealSettings {

    private static final int SEED_BYTES = 32;
    private static final int LEAST_DISTINCT = 12;

    private final SealKey key;
    private final List<VerifierKey> keys;
    private final String checkpoints;
    private final StoreAccess store;
    private final String origin;

    /**
     * @param key base64 of 32 random bytes
     * @param keyName names the key in signatures; a new key needs a new name
     * @param oldKeys verifier keys of those that signed before, separated by commas
     * @param checkpoints where they are published: a file, best on another machine's disk, or
     *     {@code s3://bucket/prefix}
     * @param store how the bucket's store is reached
     * @param origin names this record; it must never change
     */
    SealSettings(
            String key,
            String keyName,
            List<String> oldKeys,
            String checkpoints,
            StoreAccess store,
            String origin) {
        this.key = new SealKey(keyName, seed(key));
        this.keys = new ArrayList<>(List.of(this.key.verifier()));
        oldKeys.stream().map(VerifierKey::parse).forEach(this.keys::add);
        this.checkpoints = checkpoints;
        this.store = store;
        this.origin = origin;
    }

    SealKey key() {
        return key;
    }

    /** What checks signatures, old ones too. */
    List<VerifierKey> keys() {
        return keys;
    }

    String checkpoints() {
        return checkpoints;
    }

    StoreAccess store() {
        return store;
    }

    String origin() {
        return origin;
    }

    private static byte[] seed(String base64) {
        try {
            var seed = Base64.getDecoder().decode(base64.strip());
            var distinct = IntStream.range(0, seed.length).map(i -> seed[i]).distinct().count();
            if (seed.length == SEED_BYTES && distinct >= LEAST_DISTINCT) {
                return seed;
            }
        } catch (IllegalArgumentException malformed) {
            // Told below, without the value.
        }
        throw new IllegalArgumentException(
                "PORTAL_DESK_SEAL_KEY must be base64 of " + SEED_BYTES + " random bytes");
    }

    @Override
    public String toString() {
        return "SealSettings[" + key + ", " + checkpoints + ']';
    }
}
