package org.portaldesk.console.activation;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Instant;
import org.portaldesk.console.shell.PatientLink;
import org.portaldesk.console.widget.Facts;
import org.portaldesk.console.widget.Formats;
import org.portaldesk.console.widget.StatusBadge;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.console.widget.Tone;
import org.portaldesk.contract.activation.ContactOverride;

/**
 * One thing that a second person is asked: whose code, why the guard stopped it, why it is safe.
 */
final class OverrideCard extends Composite<Article> {

    private static final long serialVersionUID = 1L;

    private final Formats formats = Formats.current();

    OverrideCard(ContactOverride override, Component... acts) {
        getContent().addClassNames("panel", "override");
        getContent().getElement().setAttribute("aria-label", override.patientName());
        getContent().add(head(override), guard(override), facts(override));
        if (acts.length > 0) {
            var place = new Div(acts);
            place.addClassName("acts");
            getContent().add(place);
        }
    }

    private static Div head(ContactOverride override) {
        var mrn = new Span(Texts.text("overrides.mrn", override.mrn()));
        mrn.addClassName("secondary");
        var head =
                new Div(
                        new PatientLink(override.patientId(), override.patientName()),
                        mrn,
                        badge(override.state()));
        head.addClassName("override-head");
        return head;
    }

    private static StatusBadge badge(ContactOverride.State state) {
        var tone =
                switch (state) {
                    case REQUESTED -> Tone.WATCH;
                    case APPROVED -> Tone.GOOD;
                    case DECLINED -> Tone.WARN;
                    case USED -> Tone.QUIET;
                };
        return new StatusBadge(tone, Texts.of("overrides.state", state));
    }

    private static Div guard(ContactOverride override) {
        var why = new UnorderedList();
        override.collisions().stream()
                .sorted()
                .map(one -> new ListItem(Texts.of("collision", one)))
                .forEach(why::add);
        var guard =
                new Div(
                        new Span(
                                Texts.text(
                                        "overrides.guard",
                                        Texts.of("channel", override.channel()))),
                        why);
        guard.addClassName("guard");
        return guard;
    }

    private Facts facts(ContactOverride override) {
        var facts =
                new Facts()
                        .with(Texts.text("overrides.reason"), override.reason())
                        .with(
                                Texts.text("overrides.asked"),
                                who(override.requestedBy(), override.requestedAt()));
        var decidedBy = override.decidedBy();
        var decidedAt = override.decidedAt();
        if (decidedBy != null && decidedAt != null) {
            facts.with(Texts.text("overrides.decided"), who(decidedBy, decidedAt));
        }
        facts.with(Texts.text("overrides.decision"), override.decisionReason());
        if (override.state() == ContactOverride.State.APPROVED && override.expiresAt() != null) {
            facts.with(Texts.text("overrides.until"), formats.moment(override.expiresAt()));
        }
        return facts;
    }

    private String who(String by, Instant at) {
        return Texts.text("overrides.by", by, formats.moment(at));
    }
}
