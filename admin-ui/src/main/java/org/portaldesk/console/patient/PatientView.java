package org.portaldesk.console.patient;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParam;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.signals.Signal;
import java.util.UUID;
import org.portaldesk.console.activation.CodesPanel;
import org.portaldesk.console.audit.AuditNavigation;
import org.portaldesk.console.gateway.ApiFailure;
import org.portaldesk.console.gateway.Loadable;
import org.portaldesk.console.glass.GlassPanel;
import org.portaldesk.console.glass.RestrictionPanel;
import org.portaldesk.console.privacy.ReportsPanel;
import org.portaldesk.console.proxy.ProxiesPanel;
import org.portaldesk.console.shell.Requires;
import org.portaldesk.console.shell.Staff;
import org.portaldesk.console.support.AccountPanel;
import org.portaldesk.console.support.CallsPanel;
import org.portaldesk.console.widget.AccountBadge;
import org.portaldesk.console.widget.LoadablePanel;
import org.portaldesk.console.widget.Panel;
import org.portaldesk.console.widget.PatientBanner;
import org.portaldesk.console.widget.Shortcut;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.contract.identity.Permission;
import org.portaldesk.contract.patient.Patient;
import org.portaldesk.contract.problem.ProblemCode;

/** Everything the desk needs about one patient; the banner stays in sight. */
@Route(PatientView.PATH + "/:" + PatientView.ID)
@Requires(Permission.READ_PATIENT)
class PatientView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    static final String PATH = "patients";
    static final String ID = "id";

    private static final UUID NOBODY = new UUID(0, 0);

    private final transient PatientState state;
    private final transient Staff staff;
    final CodesPanel codes;
    final AccountPanel account;
    final CallsPanel calls;
    final ProxiesPanel proxies;
    final ReportsPanel reports;
    final RecordPanel record;
    final GlassPanel glass;
    private final RestrictionPanel restriction;
    private final Div columns = new Div();
    private final Component banner;
    private final Div timeline = new Div();
    private UUID opened = NOBODY;

    PatientView(
            PatientState state,
            CodesPanel codes,
            AccountPanel account,
            CallsPanel calls,
            ProxiesPanel proxies,
            GlassPanel glass,
            RestrictionPanel restriction,
            ReportsPanel reports,
            Staff staff) {
        this.state = state;
        this.staff = staff;
        this.codes = codes;
        this.account = account;
        this.calls = calls;
        this.proxies = proxies;
        this.glass = glass;
        this.restriction = restriction;
        this.banner = banner();
        this.reports = reports;
        this.record =
                new RecordPanel(
                        state,
                        staff.may(Permission.REVEAL_FIELD),
                        !staff.may(Permission.READ_ACCOUNTS));
        addClassNames("screen", "patient-page");
        columns.add(left(), right());
        columns.addClassName("columns");
        glass.setVisible(false);
        add(banner, columns, glass);
        Signal.effect(this, () -> stand(state.patient().signal().get()));
        Shortcut.BACK_TO_SEARCH.on(
                this, () -> getUI().ifPresent(ui -> PatientNavigation.search(ui)));
    }

    static RouteParameters parameters(UUID id) {
        return new RouteParameters(new RouteParam(ID, id.toString()));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        opened = NOBODY;
        state.open(id(event));
    }

    /** What there is beside the patient is asked for once the patient may be seen. */
    private void openRest(UUID id) {
        if (opened.equals(id) || !id.equals(state.id())) {
            return;
        }
        opened = id;
        if (staff.may(Permission.READ_HISTORY)) {
            state.loadHistory();
        }
        if (staff.may(Permission.READ_CODES)) {
            codes.open(id, state.patient()::value, this::changed);
        }
        if (staff.may(Permission.READ_ACCOUNTS)) {
            account.open(id, this::changed);
        }
        if (staff.may(Permission.READ_PROXIES)) {
            proxies.open(id, state.patient()::value, this::changed);
        }
        if (staff.may(Permission.READ_CALLS)) {
            calls.open(id);
        }
        if (staff.may(Permission.RESTRICT_RECORDS)) {
            restriction.open(id);
        }
        if (staff.may(Permission.READ_AUDIT)) {
            reports.open(() -> state.patient().value().filter(one -> one.id().equals(id)));
            timeline.removeAll();
            timeline.add(AuditNavigation.aboutLink(Texts.text("privacy.timeline"), id));
        }
    }

    @Override
    public String getPageTitle() {
        // The browser keeps titles in its history: no name.
        return Texts.text("patient.title");
    }

    private static UUID id(BeforeEnterEvent event) {
        try {
            return UUID.fromString(event.getRouteParameters().get(ID).orElse(""));
        } catch (IllegalArgumentException e) {
            throw new NotFoundException();
        }
    }

    /** In the place of a record that is restricted stands what opens it. */
    private void stand(Loadable<Patient> patient) {
        var closed =
                patient instanceof Loadable.Failed<Patient>(ApiFailure.Refused refused)
                        && refused.code() == ProblemCode.RESTRICTED;
        banner.setVisible(!closed);
        columns.setVisible(!closed);
        glass.setVisible(closed);
        if (closed) {
            glass.stand(state.id(), staff.may(Permission.BREAK_GLASS), this::again);
        }
        if (patient instanceof Loadable.Loaded<Patient>(var known)) {
            getUI().ifPresent(ui -> ui.access(() -> openRest(known.id())));
        }
    }

    private void again() {
        getUI().ifPresent(ui -> ui.refreshCurrentRoute(false));
    }

    private void changed() {
        state.reload();
        if (staff.may(Permission.READ_HISTORY)) {
            state.loadHistory();
        }
    }

    private Component banner() {
        var banner =
                new LoadablePanel<>(
                        state.patient().signal(),
                        patient -> new PatientBanner(patient, beside(patient)),
                        state::reload,
                        1);
        banner.addClassName("banner-place");
        return banner;
    }

    private static Component[] beside(Patient patient) {
        var back = new RouterLink(Texts.text("patient.back"), PatientSearchView.class);
        return new Component[] {AccountBadge.of(patient.account().state()), back};
    }

    private Component left() {
        var left = new Div();
        left.addClassName("column-main");
        if (staff.may(Permission.READ_CODES)) {
            left.add(codes);
        }
        if (staff.may(Permission.READ_PROXIES)) {
            left.add(proxies);
        }
        if (staff.may(Permission.READ_CALLS)) {
            left.add(calls);
        }
        if (staff.may(Permission.READ_HISTORY)) {
            left.add(new Panel(Texts.text("history.title"), new History(state.history())));
        }
        return left;
    }

    private Component right() {
        var right = new Div();
        if (staff.may(Permission.READ_ACCOUNTS)) {
            right.add(account);
        }
        if (staff.may(Permission.READ_AUDIT)) {
            right.add(new Panel(Texts.text("privacy.title"), reports, timeline));
        }
        right.add(record);
        if (staff.may(Permission.RESTRICT_RECORDS)) {
            right.add(restriction);
        }
        right.addClassName("column-side");
        return right;
    }
}
