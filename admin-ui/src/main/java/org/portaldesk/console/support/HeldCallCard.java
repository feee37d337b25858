package org.portaldesk.console.support;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import org.portaldesk.console.shell.PatientLink;
import org.portaldesk.console.widget.Facts;
import org.portaldesk.console.widget.Formats;
import org.portaldesk.console.widget.StatusBadge;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.console.widget.Tone;
import org.portaldesk.contract.verification.VerificationOverride;

/** One stopped call: whose account, why it should go on, who asked, what was decided. */
final class HeldCallCard extends Composite<Article> {

    private static final long serialVersionUID = 1L;

    private final Formats formats = Formats.current();

    HeldCallCard(VerificationOverride one, Component... acts) {
        getContent().addClassNames("panel", "override");
        getContent().getElement().setAttribute("aria-label", one.patientName());
        getContent().add(head(one), facts(one));
        if (acts.length > 0) {
            var place = new Div(acts);
            place.addClassName("acts");
            getContent().add(place);
        }
    }

    private static Div head(VerificationOverride one) {
        var mrn = new Span(Texts.text("overrides.mrn", Masks.identifier(one.mrn())));
        mrn.addClassName("secondary");
        var head =
                new Div(
                        new PatientLink(one.patientId(), one.patientName()),
                        mrn,
                        badge(one.state()));
        head.addClassName("override-head");
        return head;
    }

    private static StatusBadge badge(VerificationOverride.State state) {
        var tone =
                switch (state) {
                    case REQUESTED -> Tone.WATCH;
                    case APPROVED -> Tone.GOOD;
                    case DECLINED -> Tone.WARN;
                    case USED -> Tone.QUIET;
                };
        return new StatusBadge(tone, Texts.of("overrides.state", state));
    }

    private Facts facts(VerificationOverride one) {
        var facts =
                new Facts()
                        .with(Texts.text("held.reason"), one.reason())
                        .with(
                                Texts.text("overrides.asked"),
                                who(one.requestedBy(), one.requestedAt()));
        var by = one.decidedBy();
        var at = one.decidedAt();
        if (by != null && at != null) {
            facts.with(Texts.text("overrides.decided"), who(by, at));
        }
        facts.with(Texts.text("overrides.decision"), one.decisionReason());
        if (one.state() == VerificationOverride.State.APPROVED && one.expiresAt() != null) {
            facts.with(Texts.text("overrides.until"), formats.moment(one.expiresAt()));
        }
        return facts;
    }

    private String who(String by, Instant at) {
        return Texts.text("overrides.by", by, formats.moment(at));
    }
}
