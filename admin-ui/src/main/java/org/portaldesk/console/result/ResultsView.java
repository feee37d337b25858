package org.portaldesk.console.result;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.console.shell.PatientLink;
import org.portaldesk.console.shell.Requires;
import org.portaldesk.console.shell.Staff;
import org.portaldesk.console.widget.CaseList;
import org.portaldesk.console.widget.DueClock;
import org.portaldesk.console.widget.EmptyState;
import org.portaldesk.console.widget.FilterLinks;
import org.portaldesk.console.widget.Formats;
import org.portaldesk.console.widget.Glyph;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.contract.identity.Permission;
import org.portaldesk.contract.result.BulkAct;
import org.portaldesk.contract.result.Result;

/** The desk of results: one tab at a time, and acts on several of them with a preview. */
@Route("results")
@Requires(Permission.READ_RESULTS)
class ResultsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private static final int SEARCH_PAUSE = 300;

    final TextField search = new TextField();
    final Button release = new Button();
    final Button hold = new Button();
    final Button endHold = new Button();
    @Nullable CaseList<Result> list;
    private final FilterLinks tabs = new FilterLinks(Texts.text("results.show"), ResultsView.class);
    private final Div place = new Div();
    private final Div bar = new Div(release, hold, endHold);
    private final transient ResultsState state;
    private final transient Staff staff;
    private Tab tab = Tab.SCHEDULED;

    ResultsView(ResultsState state, Staff staff) {
        this.state = state;
        this.staff = staff;
        addClassNames("screen", "results");
        bar.addClassName("acts");
        release.addThemeVariants(ButtonVariant.PRIMARY);
        release.addClickListener(_ -> preview(BulkAct.RELEASE));
        hold.addClickListener(_ -> askHold());
        endHold.addClickListener(_ -> preview(BulkAct.END_HOLD));
        search.setPlaceholder(Texts.text("results.search"));
        search.setAriaLabel(Texts.text("results.search"));
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.setValueChangeTimeout(SEARCH_PAUSE);
        search.addValueChangeListener(_ -> open());
        var head = new Div(new H1(Texts.text("results.title")), bar);
        head.addClassName("screen-head");
        add(head, tabs, search, place);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        tab = Tab.in(event.getLocation().getQueryParameters());
        tabs.offer(
                Arrays.stream(Tab.values())
                        .filter(this::isOffered)
                        .map(
                                one ->
                                        new FilterLinks.Option(
                                                Texts.of("results.tab", one),
                                                one.query(),
                                                one == tab))
                        .toList());
        search.setVisible(!tab.ofHolds());
        show();
        open();
    }

    @Override
    public String getPageTitle() {
        return Texts.text("results.title");
    }

    /** Nobody else has determined anything. */
    private boolean isOffered(Tab one) {
        return one != Tab.TO_CONFIRM || staff.may(Permission.CONFIRM_HOLDS);
    }

    private void open() {
        var words = search.getValue().strip();
        state.open(tab, words.isEmpty() ? null : words);
    }

    private void show() {
        release.setVisible(tab == Tab.SCHEDULED && EarlyRelease.mayBeAskedBy(staff));
        hold.setVisible(tab.mayBeHeld() && staff.may(Permission.HOLD_RESULTS));
        endHold.setVisible(tab == Tab.HELD && staff.may(Permission.END_HOLDS));
        offer(0);
        place.removeAll();
        place.add(tab.ofHolds() ? holds() : results());
    }

    private Component results() {
        var shown = new CaseList<>(state.results(), Result::id, Texts.of("results.tab", tab));
        list = shown;
        shown.addClassName("panel");
        shown.whenEmpty(empty());
        var grid = shown.grid();
        grid.addColumn(new ComponentRenderer<>(ResultsView::patient))
                .setHeader(Texts.text("results.patient"))
                .setFlexGrow(2);
        grid.addColumn(new ComponentRenderer<>(ResultsView::title))
                .setHeader(Texts.text("results.result"))
                .setFlexGrow(3);
        shown.onlyWhenWide(
                grid.addColumn(one -> Formats.current().moment(one.receivedAt()))
                        .setHeader(Texts.text("results.received"))
                        .setFlexGrow(1));
        grid.addColumn(new ComponentRenderer<>(ResultsView::until))
                .setHeader(Texts.text("results.until"))
                .setFlexGrow(2);
        shown.onOpen(one -> open(one.id()));
        if (release.isVisible() || hold.isVisible() || endHold.isVisible()) {
            grid.setSelectionMode(Grid.SelectionMode.MULTI);
            grid.addSelectionListener(change -> offer(change.getAllSelectedItems().size()));
        }
        return shown;
    }

    private Component holds() {
        list = null;
        return new HoldList(state, Texts.of("results.tab", tab), empty(), tab == Tab.TO_CONFIRM);
    }

    private void open(UUID result) {
        ResultNavigation.open(UI.getCurrent(), result);
    }

    private EmptyState empty() {
        return new EmptyState(
                Glyph.EYE, Texts.text("results.none.title"), Texts.text("results.none." + tab));
    }

    private static Component patient(Result one) {
        return lines(new PatientLink(one.patientId(), one.patientName()), one.mrn());
    }

    private static Component title(Result one) {
        return lines(
                ResultNavigation.link(one.id(), one.title()),
                one.corrected() ? Texts.text("results.corrected") : one.status());
    }

    private static Component until(Result one) {
        var due = one.dueAt();
        if (due == null) {
            return ReleaseBadge.of(one.state());
        }
        var hold = one.hold();
        var lines =
                lines(
                        new DueClock(due),
                        hold == null
                                ? String.valueOf(one.statute())
                                : Texts.of("hold.basis", hold.basis()));
        var badge = Unconfirmed.badge(hold);
        if (badge != null) {
            lines.add(badge);
        }
        return lines;
    }

    private static Div lines(Component first, String second) {
        var under = new Span(second);
        under.addClassName("secondary");
        var lines = new Div(first, under);
        lines.addClassName("lines");
        return lines;
    }

    private void offer(int selected) {
        release.setText(Texts.text("results.release.many", selected));
        release.setEnabled(selected > 0);
        hold.setText(Texts.text("results.hold.many", selected));
        hold.setEnabled(selected > 0);
        endHold.setText(Texts.text("results.endHold.many", selected));
        endHold.setEnabled(selected > 0);
    }

    private void preview(BulkAct act) {
        var chosen = chosen();
        if (!chosen.isEmpty()) {
            state.preview(act, chosen, null);
            new BulkDialog(state, act).open();
        }
    }

    private void askHold() {
        var chosen = chosen();
        if (!chosen.isEmpty()) {
            new BulkHoldDialog(state, chosen).open();
        }
    }

    private Set<Result> chosen() {
        return list == null ? Set.of() : list.grid().getSelectedItems();
    }
}
