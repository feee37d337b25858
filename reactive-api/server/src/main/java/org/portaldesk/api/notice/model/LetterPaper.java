package org.portaldesk.api.notice.model;

/** One sheet of a batch: a code for a patient, or the answer to a request. */
public sealed interface LetterPaper permits LetterSheet, AnswerSheet {

    Language language();

    Addressee addressee();
}
