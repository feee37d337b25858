package org.portaldesk.console.letter;

import org.portaldesk.contract.letter.Letter;
import org.portaldesk.contract.letter.LetterBatch;
import org.portaldesk.contract.letter.LetterKind;

/** Whom a letter goes to, in a list: a patient by family name, somebody else as on the envelope. */
final class Recipient {

    private Recipient() {}

    static String of(Letter letter) {
        return isAnswer(letter) ? letter.recipientName() : letter.patientName();
    }

    static String of(LetterBatch.Sheet sheet) {
        return sheet.kind() == LetterKind.ACTIVATION_CODE
                ? sheet.patientName()
                : sheet.recipientName();
    }

    /** Whether it answers somebody's request about a patient. */
    static boolean isAnswer(Letter letter) {
        return letter.kind() != LetterKind.ACTIVATION_CODE;
    }
}
