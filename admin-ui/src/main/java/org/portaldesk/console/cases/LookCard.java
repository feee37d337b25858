package org.portaldesk.console.cases;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.Objects;
import org.portaldesk.console.audit.AuditNavigation;
import org.portaldesk.console.shell.PatientLink;
import org.portaldesk.console.widget.Facts;
import org.portaldesk.console.widget.Formats;
import org.portaldesk.console.widget.StatusBadge;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.console.widget.Tone;
import org.portaldesk.contract.privacy.WatchCase;

/** A look at a record that somebody should ask about: who, whose, why it is here. */
final class LookCard extends Composite<Article> {

    private static final long serialVersionUID = 1L;

    private final Formats formats = Formats.current();

    LookCard(WatchCase one, Component... acts) {
        getContent().addClassNames("panel", "override");
        getContent().getElement().setAttribute("aria-label", one.actorName());
        getContent().add(head(one), new Paragraph(why(one)), facts(one), links(one));
        getContent().add(CaseActs.row(acts));
    }

    private Div head(WatchCase one) {
        var detail = new Span(Texts.text("look.opened", formats.moment(one.openedAt())));
        detail.addClassName("secondary");
        var head =
                new Div(
                        new H2(one.actorName()),
                        new StatusBadge(tone(one.rule()), Texts.of("look.rule", one.rule())),
                        detail,
                        state(one));
        head.addClassName("override-head");
        return head;
    }

    private static Tone tone(WatchCase.Rule rule) {
        return switch (rule) {
            case OWN_RECORD, VOLUME, RESTRICTED, BROKEN_GLASS -> Tone.WARN;
            case SAME_SURNAME, COLLEAGUE, SAME_ADDRESS -> Tone.WATCH;
        };
    }

    private static StatusBadge state(WatchCase one) {
        var finding = one.finding();
        if (finding == null) {
            return new StatusBadge(Tone.DANGER, Texts.of("cases.state", one.state()));
        }
        return switch (finding) {
            case JUSTIFIED -> new StatusBadge(Tone.GOOD, Texts.of("look.finding", finding));
            case NOT_JUSTIFIED -> new StatusBadge(Tone.DANGER, Texts.of("look.finding", finding));
        };
    }

    /** What the API says in English, in the language of whoever reads it here. */
    private static String why(WatchCase one) {
        var patients = Objects.requireNonNullElse(one.patients(), 0);
        return Texts.text("look.why." + one.rule().name(), one.actorName(), patients);
    }

    private Facts facts(WatchCase one) {
        var facts = new Facts();
        if (one.patientId() != null) {
            facts.with(Texts.text("look.patient"), patient(one));
        }
        facts.with(Texts.text("look.at"), formats.full(one.lookedAt()))
                .with(Texts.text("look.said"), one.said());
        if (one.closedBy() != null && one.closedAt() != null) {
            facts.with(
                            Texts.text("cases.closedBy"),
                            Texts.text(
                                    "overrides.by", one.closedBy(), formats.moment(one.closedAt())))
                    .with(Texts.text("cases.note"), one.note());
        }
        return facts;
    }

    private static Component patient(WatchCase one) {
        var place = new Div();
        place.addClassName("lines");
        if (one.patientId() != null) {
            var name = Objects.requireNonNullElse(one.patientName(), "–");
            place.add(new PatientLink(one.patientId(), name));
        }
        if (one.mrn() != null) {
            var mrn = new Span(Texts.text("look.mrn", one.mrn()));
            mrn.addClassName("secondary");
            place.add(mrn);
        }
        return place;
    }

    /** The look itself, and what else this person did and happened to this record. */
    private static Div links(WatchCase one) {
        var links = new Div();
        links.addClassName("case-ways");
        if (one.patientId() != null) {
            links.add(
                    AuditNavigation.betweenLink(
                            Texts.text("look.between"), one.actor(), one.patientId()));
        }
        links.add(AuditNavigation.byLink(Texts.text("look.by", one.actorName()), one.actor()));
        if (one.patientId() != null) {
            links.add(AuditNavigation.aboutLink(Texts.text("look.about"), one.patientId()));
        }
        return links;
    }
}
