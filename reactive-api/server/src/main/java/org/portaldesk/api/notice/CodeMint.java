package org.portaldesk.api.notice;

/**
 * Makes the secret of a letter or e-mail at the moment it is rendered. The feature that owns codes
 * provides it, so that notices need not know that feature.
 *
 * @see "docs/decisions/0030-codes-are-minted-where-they-are-rendered.md"
 */
public interface CodeMint {

    /**
     * A fresh code. Reads the system's source of randomness: never on an event loop.
     *
     * <p>It opens an account once {@code hash} stands in {@code activation_code.code_hash} of a
     * live code. Whoever mints writes the hash first and lets the printed form out after that; an
     * older hash in its place dies with it.
     */
    Minted mint();

    /**
     * @param printed {@code XXXXX-XXXXX-XXXXX}, for the paper or mail and nowhere else
     * @param hash its HMAC, the only form that is kept
     */
    record Minted(String printed, byte[] hash) {

        @Override
        public String toString() {
            return "Minted[…]";
        }
    }
}
