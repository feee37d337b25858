package org.portaldesk.api.notice.model;

import static org.portaldesk.contract.letter.LetterState.MAILED;
import static org.portaldesk.contract.letter.LetterState.PRINTED;
import static org.portaldesk.contract.letter.LetterState.QUEUED;
import static org.portaldesk.contract.letter.LetterState.RETURNED;

import java.util.EnumSet;
import java.util.Set;
import org.portaldesk.contract.letter.LetterState;

/** What staff do with a printed letter, and in which states they can. */
public enum LetterAct {
    MAIL(MAILED, EnumSet.of(PRINTED), "LETTER_MAILED"),
    /** Some come back before anybody said that they went. */
    RETURN(RETURNED, EnumSet.of(PRINTED, MAILED), "LETTER_RETURNED"),
    REPRINT(QUEUED, EnumSet.of(PRINTED), "LETTER_QUEUED_AGAIN");

    private final LetterState to;
    private final Set<LetterState> from;
    private final String onRecord;

    LetterAct(LetterState to, Set<LetterState> from, String onRecord) {
        this.to = to;
        this.from = from;
        this.onRecord = onRecord;
    }

    /** The state after it. */
    public LetterState to() {
        return to;
    }

    /** The states in which it can be done. */
    public Set<LetterState> from() {
        return Set.copyOf(from);
    }

    /** How the record names it. */
    public String onRecord() {
        return onRecord;
    }
}
