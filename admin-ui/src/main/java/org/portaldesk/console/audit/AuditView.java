package org.portaldesk.console.audit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
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
import org.portaldesk.console.privacy.ReportsPanel;
import org.portaldesk.console.shell.PatientLink;
import org.portaldesk.console.shell.Requires;
import org.portaldesk.console.widget.CaseList;
import org.portaldesk.console.widget.EmptyState;
import org.portaldesk.console.widget.Formats;
import org.portaldesk.console.widget.Glyph;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.contract.audit.AuditEvent;
import org.portaldesk.contract.identity.Permission;
import org.portaldesk.contract.patient.Patient;

/** The permanent record: who did or read what, about whom, why, and how it came out. */
@Route("audit")
@Requires(Permission.READ_AUDIT)
class AuditView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    final AuditFilterBar bar;
    final CaseList<AuditEvent> list;
    final TimelinePanel timeline;
    final ReportsPanel reports;
    final Button kept;
    private final Div side = new Div();
    private final transient AuditState state;
    private final transient ProofState proof;
    private final transient SearchesState searches;
    private transient AuditFilter filter = AuditFilter.ALL;

    AuditView(AuditState state, ProofState proof, SearchesState searches, ReportsPanel reports) {
        this.state = state;
        this.searches = searches;
        this.reports = reports;
        this.proof = proof;
        bar = new AuditFilterBar(state, this::turnTo);
        timeline = new TimelinePanel(state.events(), this::choose);
        list = new CaseList<>(state.events(), AuditEvent::id, Texts.text("audit.title"));
        list.addClassNames("panel", "desk-list");
        list.whenEmpty(
                new EmptyState(
                        Glyph.AUDIT,
                        Texts.text("audit.none.title"),
                        Texts.text("audit.none.text")));
        list.onOpen(this::choose);
        addColumns();
        side.addClassName("desk-detail");
        var desk = new Div(list, timeline, side);
        desk.addClassNames("desk", "record");
        addClassNames("screen", "audit");
        var health = AuditNavigation.healthLink(Texts.text("audit.health"));
        kept = new Button(Texts.text("searches.title"), _ -> keep());
        var head = new Div(new H1(Texts.text("audit.title")), acts(kept, health));
        head.addClassName("screen-head");
        reports.open(() -> state.patient().value().filter(this::isAskedFor));
        add(head, bar, reports, desk);
        Signal.effect(this, () -> show(state.chosen().get()));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var filter = AuditFilter.in(event.getLocation().getQueryParameters());
        this.filter = filter;
        timeline.filteredBy(filter);
        state.open(filter, Formats.current().zone());
        bar.show(filter);
        reports.setVisible(filter.patient() != null);
        timeline.setVisible(filter.isTimeline());
        list.setVisible(!filter.isTimeline());
    }

    @Override
    public String getPageTitle() {
        return Texts.text("audit.title");
    }

    /** While another patient is on the way, the one before is still known. */
    private boolean isAskedFor(Patient known) {
        return known.id().equals(filter.patient());
    }

    private void choose(AuditEvent event) {
        proof.forget();
        state.choose(event);
    }

    private void turnTo(AuditFilter filter) {
        getUI().ifPresent(ui -> ui.navigate(AuditView.class, filter.query()));
    }

    private void keep() {
        new SearchDialog(searches, filter, this::turnTo).open();
    }

    private void show(Optional<AuditEvent> chosen) {
        side.removeAll();
        setClassName("has-event", chosen.isPresent());
        chosen.map(event -> new EventPanel(event, proof, state::close)).ifPresent(this::open);
    }

    /** On a small screen it stands above a list that may be scrolled far down. */
    private void open(EventPanel panel) {
        side.add(panel);
        panel.scrollIntoView();
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

    private static Div acts(Component... parts) {
        var acts = new Div(parts);
        acts.addClassName("acts");
        return acts;
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
