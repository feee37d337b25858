package org.portaldesk.console.audit;

import org.portaldesk.console.widget.StatusBadge;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.console.widget.Tone;
import org.portaldesk.contract.audit.AuditOutcome;

/** How the outcome of an event looks. */
final class EventBadge {

    private EventBadge() {}

    static StatusBadge of(AuditOutcome outcome) {
        return switch (outcome) {
            case DONE -> new StatusBadge(Tone.QUIET, Texts.text("audit.done"));
            case REFUSED -> new StatusBadge(Tone.WARN, Texts.text("audit.refused"));
        };
    }
}
