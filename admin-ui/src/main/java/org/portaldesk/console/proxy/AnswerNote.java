package org.portaldesk.console.proxy;

import com.vaadin.flow.component.Component;
import org.portaldesk.console.widget.StatusBadge;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.console.widget.Tone;
import org.portaldesk.contract.proxy.AnswerBy;
import org.portaldesk.contract.proxy.ProxyRequest;

/**
 * How the requester will hear of a decision, where that is not by e-mail; told before it is made.
 */
final class AnswerNote {

    private AnswerNote() {}

    static Component[] of(ProxyRequest request) {
        var by = request.answerBy();
        if (by == AnswerBy.EMAIL) {
            return new Component[0];
        }
        var note =
                new StatusBadge(
                        by == AnswerBy.LETTER ? Tone.LIVE : Tone.WARN, Texts.of("answerBy", by));
        note.addClassName("wraps");
        return new Component[] {note};
    }
}
