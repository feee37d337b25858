package org.portaldesk.api.notice.model;

import java.time.Instant;

/**
 * One letter as it goes to the printer.
 *
 * @param code {@code XXXXX-XXXXX-XXXXX}; its only place in clear is the paper
 */
public record LetterSheet(Language language, Addressee addressee, String code, Instant expiresAt)
        implements LetterPaper {

    @Override
    public String toString() {
        return "LetterSheet[…]";
    }
}
