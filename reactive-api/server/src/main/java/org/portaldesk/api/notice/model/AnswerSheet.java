package org.portaldesk.api.notice.model;

import org.jspecify.annotations.Nullable;
import org.portaldesk.contract.letter.LetterKind;

/**
 * The answer to a request of somebody without e-mail. Like the e-mail, it names no patient.
 *
 * @param reason by name, as e-mails have it; absent where there is none
 */
public record AnswerSheet(
        Language language, Addressee addressee, LetterKind kind, @Nullable String reason)
        implements LetterPaper {

    @Override
    public String toString() {
        return "AnswerSheet[…]";
    }
}
