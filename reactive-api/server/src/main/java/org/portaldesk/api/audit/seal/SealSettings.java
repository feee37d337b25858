package org.portaldesk.api.audit.seal;

import java.util.List;
import org.portaldesk.seal.VerifierKey;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What checks the seal: public keys alone. What signs is known to the sealer, {@link
 * SealingSettings}.
 */
@ConfigurationProperties("portal-desk.seal")
final class SealSettings {

    private final List<VerifierKey> keys;

    /**
     * @param verifierKeys of the key that signs now, then of those that signed before
     * @throws IllegalArgumentException if there is none, or one is no verifier key
     */
    SealSettings(List<String> verifierKeys) {
        keys = verifierKeys.stream().map(VerifierKey::parse).toList();
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("PORTAL_DESK_VERIFIER_KEYS names no key");
        }
    }

    /** What checks signatures, the present one first. */
    List<VerifierKey> keys() {
        return keys;
    }

    @Override
    public String toString() {
        return "SealSettings" + keys;
    }
}
