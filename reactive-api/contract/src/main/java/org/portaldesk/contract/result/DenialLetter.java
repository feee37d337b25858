package org.portaldesk.contract.result;

import java.util.List;
import java.util.UUID;

/**
 * A letter that tells somebody of a hold: its basis in plain words, how to have it reviewed, and
 * how to complain; source: 45 CFR 164.524(d)(2).
 *
 * @param language {@code en} or {@code es}
 * @param paragraphs what it says
 * @param pdf one page
 */
public record DenialLetter(
        UUID holdId, String language, String addressee, List<String> paragraphs, byte[] pdf) {

    public DenialLetter {
        paragraphs = List.copyOf(paragraphs);
    }

    @Override
    public String toString() {
        return "DenialLetter[" + holdId + "]";
    }
}
