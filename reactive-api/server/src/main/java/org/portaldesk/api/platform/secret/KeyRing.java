package org.portaldesk.api.platform.secret;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * The keys of one purpose. What is new is made by the first; the others know what was made before
 * they were renewed.
 *
 * @see "docs/decisions/0123-keys-are-renewed.md"
 */
public final class KeyRing {

    private final List<HmacKey> keys;

    private KeyRing(List<HmacKey> keys) {
        this.keys = keys;
    }

    /**
     * @param variable names the setting in messages
     * @param keys base64, the newest first, separated by commas
     * @throws IllegalArgumentException if one is missing, short or a placeholder
     */
    public static KeyRing of(String variable, String keys) {
        return new KeyRing(
                Arrays.stream(keys.split(",", -1))
                        .map(key -> HmacKey.of(variable, key))
                        .distinct()
                        .toList());
    }

    /** What makes what is new. */
    public HmacKey newest() {
        return keys.getFirst();
    }

    /** All of them, the newest first. */
    public List<HmacKey> all() {
        return keys;
    }

    boolean sharesAKeyWith(KeyRing other) {
        return !Collections.disjoint(keys, other.keys);
    }

    @Override
    public String toString() {
        return "KeyRing[" + keys.size() + ']';
    }
}
