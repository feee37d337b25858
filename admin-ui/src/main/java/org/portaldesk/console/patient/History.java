package org.portaldesk.console.patient;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import org.portaldesk.console.gateway.CursorList;
import org.portaldesk.console.gateway.Loadable;
import org.portaldesk.console.widget.FailureNotice;
import org.portaldesk.console.widget.Formats;
import org.portaldesk.console.widget.LoadablePanel;
import org.portaldesk.console.widget.StatusBadge;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.console.widget.Tone;
import org.portaldesk.contract.audit.AuditEvent;
import org.portaldesk.contract.audit.AuditOutcome;

/** What was done for a patient, newest first: what, by whom, why. */
final class History extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    private final transient CursorList<AuditEvent> events;

    History(CursorList<AuditEvent> events) {
        this.events = events;
        getContent().add(new LoadablePanel<>(events.signal(), this::show, events::reload, 4));
    }

    private Component show(CursorList.Rows<AuditEvent> rows) {
        if (rows.items().isEmpty()) {
            var nothing = new Span(Texts.text("history.empty"));
            nothing.addClassName("secondary");
            return nothing;
        }
        var list = new OrderedList();
        list.addClassName("timeline");
        rows.items().forEach(event -> list.add(item(event)));
        var all = new Div(list);
        if (rows.more() instanceof Loadable.Failed<Integer>(var failure)) {
            all.add(new FailureNotice(failure, events::more));
        } else if (rows.next() != null) {
            all.add(new Button(Texts.text("list.more"), _ -> events.more()));
        }
        return all;
    }

    private static ListItem item(AuditEvent event) {
        var when = new Span(Formats.current().moment(event.at()));
        when.addClassName("timeline-when");
        when.setTitle(Formats.current().full(event.at()));
        var who = new Span(event.actorName());
        who.addClassName("timeline-who");
        return new ListItem(when, what(event), who);
    }

    private static Div what(AuditEvent event) {
        var what = new Div(new Span(Texts.ofWord("act", event.act())));
        what.addClassName("lines");
        if (event.outcome() == AuditOutcome.REFUSED) {
            what.add(new StatusBadge(Tone.WARN, Texts.text("history.refused")));
        }
        if (event.reason() != null) {
            var reason = new Span(Texts.ofWord("why", event.reason()));
            reason.addClassName("secondary");
            what.add(reason);
        }
        return what;
    }
}
