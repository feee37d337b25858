package org.portaldesk.api.notice.model;

import org.portaldesk.contract.letter.Letter;
import org.portaldesk.contract.letter.LetterState;

/** What became of an act on a letter. */
public sealed interface LetterOutcome {

    record Done(Letter letter) implements LetterOutcome {}

    record Unknown() implements LetterOutcome {}

    /** The caller saw an older version. */
    record Stale() implements LetterOutcome {}

    record NotInState(LetterState state) implements LetterOutcome {}
}
