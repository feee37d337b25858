package org.portaldesk.console.audit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableConsumer;
import org.portaldesk.console.gateway.CursorList;
import org.portaldesk.console.widget.EmptyState;
import org.portaldesk.console.widget.Formats;
import org.portaldesk.console.widget.Glyph;
import org.portaldesk.console.widget.ListFooter;
import org.portaldesk.console.widget.LoadablePanel;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.contract.audit.AuditEvent;
import org.portaldesk.contract.audit.AuditOutcome;

/** What happened to one patient's record, or what one person did, by day. */
final class TimelinePanel extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    private static final int SKELETON_LINES = 8;
    private static final int TAIL = 4;

    private final Formats formats = Formats.current();
    private final transient CursorList<AuditEvent> events;
    private final SerializableConsumer<AuditEvent> open;
    private transient AuditFilter filter = AuditFilter.ALL;

    /**
     * @param open shows all of one event
     */
    TimelinePanel(CursorList<AuditEvent> events, SerializableConsumer<AuditEvent> open) {
        this.events = events;
        this.open = open;
        getContent().addClassNames("panel", "days-of-record");
        getContent()
                .add(
                        new LoadablePanel<>(
                                events.signal(), this::show, events::reload, SKELETON_LINES));
    }

    /** What the events were filtered by: links keep what else it says. */
    void filteredBy(AuditFilter filter) {
        this.filter = filter;
    }

    private Component show(CursorList.Rows<AuditEvent> rows) {
        if (rows.items().isEmpty()) {
            return new EmptyState(
                    Glyph.AUDIT, Texts.text("audit.none.title"), Texts.text("audit.none.text"));
        }
        var timeline = Timeline.of(rows.items(), formats.zone());
        var all = new Div();
        all.addClassName("stack");
        if (timeline.days().size() > 1) {
            all.add(BusyPicture.ofDays(timeline));
        }
        timeline.days().forEach(day -> all.add(day(day)));
        all.add(new ListFooter(rows, events));
        return all;
    }

    private Section day(Timeline.Day day) {
        var title = new H2(Texts.text("timeline.day", formats.date(day.date()), day.count()));
        var head = new Div(title, BusyPicture.ofHours(day));
        head.addClassName("panel-head");
        var lines = new OrderedList();
        lines.addClassName("timeline");
        day.lines().forEach(line -> lines.add(line(line)));
        var section = new Section(head, lines);
        section.setAriaLabel(formats.date(day.date()));
        return section;
    }

    private ListItem line(Timeline.Line line) {
        var newest = line.newest();
        var when = new Span(formats.time(newest.at()));
        when.addClassName("timeline-when");
        when.setTitle(formats.full(newest.at()));
        return new ListItem(when, what(line), toTheOther(newest));
    }

    private Div what(Timeline.Line line) {
        var event = line.newest();
        var act = opens(Texts.ofWord("act", event.act()), event);
        var head = new Div(act);
        head.addClassName("act-line");
        if (event.outcome() == AuditOutcome.REFUSED) {
            head.add(EventBadge.of(event.outcome()));
        }
        var what = new Div(head);
        what.addClassName("lines");
        if (event.reason() != null) {
            what.add(secondary(Texts.ofWord("why", event.reason())));
        }
        if (line.events().size() > 1) {
            what.add(folded(line));
        }
        return what;
    }

    private NativeDetails folded(Timeline.Line line) {
        var times = new Div();
        times.addClassName("times");
        line.events().forEach(one -> times.add(opens(formats.time(one.at()), one)));
        return new NativeDetails(
                Texts.text(
                        "timeline.folded",
                        line.events().size(),
                        formats.time(line.oldest().at()),
                        formats.time(line.newest().at())),
                times);
    }

    private Button opens(String text, AuditEvent event) {
        var button = new Button(text, _ -> open.accept(event));
        button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        button.addClassName("opens-event");
        return button;
    }

    /** On a patient's timeline who it was, on a person's about whom: each leads to the other's. */
    private Component toTheOther(AuditEvent event) {
        var place = new Div();
        place.addClassNames("timeline-who", "lines");
        if (filter.actor() == null) {
            place.add(
                    AuditNavigation.link(
                            event.actorName(),
                            filter.withPatient(null).withActor(event.actorUsername())));
        } else if (filter.patient() == null && event.patientId() != null) {
            var id = event.patientId().toString();
            place.add(
                    AuditNavigation.link(
                            Texts.text("timeline.patient", id.substring(id.length() - TAIL)),
                            filter.withPatient(event.patientId()).withActor("")));
        }
        if (event.clientAddress() != null) {
            place.add(secondary(event.clientAddress()));
        }
        return place;
    }

    private static Span secondary(String text) {
        var span = new Span(text);
        span.addClassName("secondary");
        return span;
    }
}
