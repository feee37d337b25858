package org.portaldesk.console.cases;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import org.portaldesk.console.audit.AuditNavigation;
import org.portaldesk.console.shell.PatientLink;
import org.portaldesk.console.widget.Facts;
import org.portaldesk.console.widget.Formats;
import org.portaldesk.console.widget.StatusBadge;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.console.widget.Tone;
import org.portaldesk.contract.takeover.TakeoverCase;

/** One account that may be changing hands, with the steps that were seen. */
final class TakeoverCard extends Composite<Article> {

    private static final long serialVersionUID = 1L;

    private final Formats formats = Formats.current();

    TakeoverCard(TakeoverCase one, Component... acts) {
        getContent().addClassNames("panel", "override");
        getContent().getElement().setAttribute("aria-label", one.patientName());
        getContent().add(head(one), steps(one), facts(one));
        getContent().add(way(one));
        getContent().add(CaseActs.row(acts));
    }

    private Div head(TakeoverCase one) {
        var detail =
                new Span(Texts.text("cases.opened", one.mrn(), formats.moment(one.openedAt())));
        detail.addClassName("secondary");
        var open = one.state() == TakeoverCase.State.OPEN;
        var head =
                new Div(
                        new PatientLink(one.patientId(), one.patientName()),
                        detail,
                        new StatusBadge(
                                open ? Tone.DANGER : Tone.QUIET,
                                Texts.of("cases.state", one.state())));
        head.addClassName("override-head");
        return head;
    }

    private Component steps(TakeoverCase one) {
        var list = new OrderedList();
        list.addClassName("sign-ins");
        for (var step : one.steps()) {
            var when = new Span(formats.moment(step.at()));
            when.addClassName("timeline-when");
            when.setTitle(formats.full(step.at()));
            list.add(new ListItem(when, new Span(Texts.of("takeover", step.what()))));
        }
        return list;
    }

    private static Div way(TakeoverCase one) {
        var ways = new Div(AuditNavigation.aboutLink(Texts.text("look.about"), one.patientId()));
        ways.addClassName("case-ways");
        return ways;
    }

    private Facts facts(TakeoverCase one) {
        var facts = new Facts();
        if (one.closedBy() != null && one.closedAt() != null) {
            facts.with(
                            Texts.text("cases.closedBy"),
                            Texts.text(
                                    "overrides.by", one.closedBy(), formats.moment(one.closedAt())))
                    .with(Texts.text("cases.note"), one.note());
        }
        return facts;
    }
}
