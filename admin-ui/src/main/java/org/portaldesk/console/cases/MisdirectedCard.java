package org.portaldesk.console.cases;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;
import org.portaldesk.console.result.ResultNavigation;
import org.portaldesk.console.shell.PatientLink;
import org.portaldesk.console.widget.Facts;
import org.portaldesk.console.widget.Formats;
import org.portaldesk.console.widget.StatusBadge;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.console.widget.Tone;
import org.portaldesk.contract.result.DisclosureCase;
import org.portaldesk.contract.result.Result.Seen;

/** One result that was retracted too late: who had seen it, what it said, and what was found. */
final class MisdirectedCard extends Composite<Article> {

    private static final long serialVersionUID = 1L;

    private final Formats formats = Formats.current();

    MisdirectedCard(DisclosureCase one, Component... acts) {
        getContent().addClassNames("panel", "override");
        getContent().getElement().setAttribute("aria-label", one.content().title());
        getContent().add(head(one), facts(one), viewers(one), content(one.content()));
        getContent().add(CaseActs.row(acts));
    }

    private Div head(DisclosureCase one) {
        var open = one.state() == DisclosureCase.State.OPEN;
        var detail =
                new Span(
                        Texts.text(
                                "misdirected.opened",
                                one.mrn(),
                                formats.moment(one.openedAt()),
                                one.openedBy()));
        detail.addClassName("secondary");
        var head =
                new Div(
                        ResultNavigation.link(one.resultId(), one.content().title()),
                        detail,
                        new StatusBadge(
                                open ? Tone.DANGER : Tone.QUIET,
                                Texts.of("cases.state", one.state())));
        head.addClassName("override-head");
        return head;
    }

    private Facts facts(DisclosureCase one) {
        var facts =
                new Facts()
                        .with(
                                Texts.text("results.patient"),
                                new PatientLink(one.patientId(), one.patientName()))
                        .with(Texts.text("misdirected.reason"), one.reason());
        var finding = one.finding();
        var worksheet = one.worksheet();
        var by = one.closedBy();
        var at = one.closedAt();
        if (finding != null && worksheet != null && by != null && at != null) {
            facts.with(Texts.text("misdirected.finding"), Texts.of("misdirected.finding", finding))
                    .with(Texts.text("misdirected.nature"), worksheet.nature())
                    .with(Texts.text("misdirected.recipient"), worksheet.recipient())
                    .with(Texts.text("misdirected.acquired"), worksheet.acquired())
                    .with(Texts.text("misdirected.mitigation"), worksheet.mitigation())
                    .with(
                            Texts.text("cases.closedBy"),
                            Texts.text("overrides.by", by, formats.moment(at)));
        }
        return facts;
    }

    private Component viewers(DisclosureCase one) {
        var list = new OrderedList();
        list.addClassName("sign-ins");
        one.viewers().forEach(seen -> list.add(viewer(seen)));
        var title = new H2(Texts.text("misdirected.viewers"));
        title.addClassName("secondary");
        return new Div(title, list);
    }

    private ListItem viewer(Seen seen) {
        var when = new Span(formats.moment(seen.firstSeenAt()));
        when.addClassName("timeline-when");
        when.setTitle(formats.full(seen.firstSeenAt()));
        var kind = Texts.text(seen.grantId() == null ? "who.patient" : "who.proxy");
        return new ListItem(when, new Span(Texts.text("misdirected.seen", seen.name(), kind)));
    }

    /** What they could read, for whoever asks for it. */
    private static Component content(DisclosureCase.Content content) {
        var said =
                new Facts()
                        .with(Texts.text("result.status"), content.status())
                        .with(Texts.text("misdirected.conclusion"), content.conclusion());
        content.values()
                .forEach(value -> said.with(value.title(), joined(value.value(), value.unit())));
        return new Details(Texts.text("misdirected.content"), said);
    }

    private static String joined(@Nullable String value, @Nullable String unit) {
        return ((value == null ? "" : value) + " " + (unit == null ? "" : unit)).strip();
    }
}
