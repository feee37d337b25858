package org.portaldesk.console.audit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.signals.Signal;
import java.util.Optional;
import org.portaldesk.console.shell.PatientLink;
import org.portaldesk.console.shell.Requires;
import org.portaldesk.console.widget.CaseList;
import org.portaldesk.console.widget.EmptyState;
import org.portaldesk.console.widget.Formats;
import org.portaldesk.console.widget.Glyph;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.contract.audit.AuditEvent;
import org.portaldesk.contract.identity.Permission;

/** The permanent record: who did or read what, about whom, why, and how it came out. */
@Route("audit")
@Requires(Permission.READ_AUDIT)
class AuditView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    final AuditFilterBar bar;
    final CaseList<AuditEvent> list;
    private final Div side = new Div();
    private final transient AuditState state;

    AuditView(AuditState state) {
        this.state = state;
        bar = new AuditFilterBar(state, this::turnTo);
        list = new CaseList<>(state.events(), AuditEvent::id, Texts.text("audit.title"));
        list.addClassNames("panel", "desk-list");
        list.whenEmpty(
                new EmptyState(
                        Glyph.AUDIT,
                        Texts.text("audit.none.title"),
                        Texts.text("audit.none.text")));
        list.onOpen(state::choose);
        addColumns();
        side.addClassName("desk-detail");
        var desk = new Div(list, side);
        desk.addClassNames("desk", "record");
        addClassNames("screen", "audit");
        add(new H1(Texts.text("audit.title")), bar, desk);
        Signal.effect(this, () -> show(state.chosen().get()));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var filter = AuditFilter.in(event.getLocation().getQueryParameters());
        state.open(filter, Formats.current().zone());
        bar.show(filter);
    }

    @Override
    public String getPageTitle() {
        return Texts.text("audit.title");
    }

    private void turnTo(AuditFilter filter) {
        getUI().ifPresent(ui -> ui.navigate(AuditView.class, filter.query()));
    }

    private void show(Optional<AuditEvent> chosen) {
        side.removeAll();
        setClassName("has-event", chosen.isPresent());
        chosen.ifPresent(event -> side.add(new EventPanel(event, state::close)));
    }

    private void addColumns() {
        var grid = list.grid();
        grid.addColumn(new ComponentRenderer<>(AuditView::when))
                .setHeader(Texts.text("audit.when"))
                .setFlexGrow(2);
        grid.addColumn(new ComponentRenderer<>(AuditView::what))
                .setHeader(Texts.text("audit.what"))
                .setFlexGrow(4);
        grid.addColumn(new ComponentRenderer<>(AuditView::who))
                .setHeader(Texts.text("audit.who"))
                .setFlexGrow(2);
        list.onlyWhenWide(
                grid.addColumn(new ComponentRenderer<>(AuditView::about))
                        .setHeader(Texts.text("audit.about"))
                        .setFlexGrow(2));
    }

    private static Component when(AuditEvent event) {
        var when = new Span(Formats.current().moment(event.at()));
        when.setTitle(Formats.current().full(event.at()));
        return when;
    }

    private static Component what(AuditEvent event) {
        var act = new Span(Texts.ofWord("act", event.act()));
        var line = new Div(act, EventBadge.of(event.outcome()));
        line.addClassName("act-line");
        var what = new Div(line);
        what.addClassName("lines");
        if (event.reason() != null) {
            what.add(secondary(Texts.ofWord("why", event.reason())));
        }
        return what;
    }

    private static Component who(AuditEvent event) {
        var who = new Div(new Span(event.actorName()), secondary(event.actorUsername()));
        who.addClassName("lines");
        return who;
    }

    private static Span secondary(String text) {
        var span = new Span(text);
        span.addClassName("secondary");
        return span;
    }

    private static Component about(AuditEvent event) {
        return event.patientId() == null
                ? new Span()
                : new PatientLink(event.patientId(), Texts.text("audit.patient.open"));
    }
}
