package org.portaldesk.api.notice;

/**
 * Makes the one-time code of an e-mail to a caller at the moment it is built. The feature that owns
 * such codes provides it, so that notices need not know that feature.
 */
public interface ProofMint {

    /**
     * A fresh code; it counts once its hash stands in {@code proof_code.code_hash}. Reads the
     * system's source of randomness: never on an event loop.
     */
    CodeMint.Minted mint();
}
