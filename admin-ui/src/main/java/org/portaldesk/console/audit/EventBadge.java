package org.portaldesk.console.audit;

import org.portaldesk.console.widget.StatusBadge;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.console.widget.Tone;
import org.portaldesk.contract.audit.AuditOutcome;

/** How the outcome of an event looks. */
final class EventBadge {

    private EventBadge() {}

    static StatusBadge of(AuditOutcome outcome) {
        return new StatusBadge(
                outcome == AuditOutcome.DONE ? Tone.QUIET : Tone.WARN, words(outcome));
    }

    static String words(AuditOutcome outcome) {
        return Texts.text(outcome == AuditOutcome.DONE ? "audit.done" : "audit.refused");
    }
}
