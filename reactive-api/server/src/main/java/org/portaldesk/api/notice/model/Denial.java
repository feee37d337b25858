package org.portaldesk.api.notice.model;

import java.time.Instant;

/**
 * What a letter of denial has to say.
 *
 * @param title of the result
 * @param basis the key of its words in {@code notice/denial}, such as {@code PRIVACY.patient}
 * @param reviewable whether the law gives a right to have it reviewed
 * @param endsAt when it ends by itself
 */
public record Denial(
        Language language,
        Addressee addressee,
        Instant writtenAt,
        String title,
        String basis,
        boolean reviewable,
        Instant endsAt) {

    @Override
    public String toString() {
        return "Denial[…]";
    }
}
