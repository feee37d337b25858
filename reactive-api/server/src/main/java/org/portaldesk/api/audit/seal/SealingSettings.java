package org.portaldesk.api.audit.seal;

import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.portaldesk.seal.SealKey;

/** The key that signs checkpoints. A missing, short or placeholder key stops the start. */
final class SealingSettings {

    private static final int SEED_BYTES = 32;
    private static final int LEAST_DISTINCT = 12;

    private final SealKey key;
    private final String origin;
    private final @Nullable Path signOfLife;

    /**
     * @param key base64 of 32 random bytes
     * @param keyName names the key in signatures; a new key needs a new name
     * @param origin names this record; it must never change
     * @param signOfLife a file that is touched at each round, so that an orchestrator can tell;
     *     empty for none
     */
    SealingSettings(String key, String keyName, String origin, String signOfLife) {
        this.key = new SealKey(keyName, seed(key));
        this.origin = origin;
        this.signOfLife = signOfLife.isEmpty() ? null : Path.of(signOfLife);
    }

    SealKey key() {
        return key;
    }

    String origin() {
        return origin;
    }

    Optional<Path> signOfLife() {
        return Optional.ofNullable(signOfLife);
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
        return "SealingSettings[" + key + ']';
    }
}
