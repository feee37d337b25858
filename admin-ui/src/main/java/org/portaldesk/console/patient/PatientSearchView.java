package org.portaldesk.console.patient;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.signals.Signal;
import org.portaldesk.console.shell.Requires;
import org.portaldesk.console.widget.CaseList;
import org.portaldesk.console.widget.EmptyState;
import org.portaldesk.console.widget.Focus;
import org.portaldesk.console.widget.Formats;
import org.portaldesk.console.widget.FoundBadge;
import org.portaldesk.console.widget.Glyph;
import org.portaldesk.console.widget.Shortcut;
import org.portaldesk.console.widget.StatusBadge;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.console.widget.Tone;
import org.portaldesk.contract.identity.Permission;
import org.portaldesk.contract.patient.PatientSummary;

/** One box that finds a patient by whatever the person at the desk knows. */
@Route("patients")
@Requires(Permission.SEARCH_PATIENTS)
class PatientSearchView extends Div implements HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private static final int DEBOUNCE_MILLIS = 300;

    final TextField words = new TextField();
    final CaseList<PatientSummary> results;
    private final transient PatientSearchState state;

    PatientSearchView(PatientSearchState state) {
        this.state = state;
        addClassNames("screen", "patient-search");
        results = new CaseList<>(state.found(), PatientSummary::id, Texts.text("patients.results"));
        results.addClassName("panel");
        results.whenEmpty(
                new EmptyState(
                        Glyph.SEARCH,
                        Texts.text("patients.none.title"),
                        Texts.text("patients.none.text")));
        results.bindVisible(state.searched());
        var hint =
                new EmptyState(
                        Glyph.PATIENTS,
                        Texts.text("patients.start.title"),
                        Texts.text("patients.start.text"));
        hint.bindVisible(Signal.not(state.searched()));
        prepareWords();
        addColumns();
        add(new H1(Texts.text("patients.title")), words, results, hint);
    }

    @Override
    public String getPageTitle() {
        return Texts.text("patients.title");
    }

    @Override
    protected void onAttach(AttachEvent event) {
        Focus.on(words);
    }

    private void prepareWords() {
        words.setAriaLabel(Texts.text("patients.search"));
        words.setPlaceholder(Texts.text("patients.search.placeholder"));
        words.setHelperText(Texts.text("patients.search.help"));
        words.setPrefixComponent(Glyph.SEARCH.icon());
        words.setClearButtonVisible(true);
        words.setMaxLength(200);
        words.setAutoselect(true);
        words.addClassName("search-box");
        words.getElement().setAttribute("autocomplete", "off");
        words.setValue(state.words());
        words.setValueChangeMode(ValueChangeMode.LAZY);
        words.setValueChangeTimeout(DEBOUNCE_MILLIS);
        words.addValueChangeListener(change -> state.search(change.getValue()));
        Shortcut.FIRST_RESULT.within(words, results::focusFirstRow);
    }

    private void addColumns() {
        var grid = results.grid();
        grid.addColumn(new ComponentRenderer<>(PatientSearchView::name))
                .setHeader(Texts.text("patients.column.name"))
                .setFlexGrow(3);
        grid.addColumn(row -> Formats.current().birthDate(row.birthDate()))
                .setHeader(Texts.text("patients.column.born"))
                .setFlexGrow(1);
        results.onlyWhenWide(
                grid.addColumn(PatientSummary::mrn)
                        .setHeader(Texts.text("patients.column.mrn"))
                        .setFlexGrow(2));
        grid.addColumn(new ComponentRenderer<>(FoundBadge::of))
                .setHeader(Texts.text("patients.column.account"))
                .setFlexGrow(1);
        results.onlyWhenWide(
                grid.addColumn(PatientSearchView::username)
                        .setHeader(Texts.text("patients.column.username"))
                        .setFlexGrow(2));
        results.onOpen(row -> getUI().ifPresent(ui -> PatientNavigation.open(ui, row.id())));
    }

    private static Component name(PatientSummary row) {
        var link = new RouterLink(row.name(), PatientView.class, PatientView.parameters(row.id()));
        // The row is the target for the pointer, and the grid's cells for the arrow keys.
        link.getElement().setAttribute("tabindex", "-1");
        return row.deceased()
                ? new Span(link, new StatusBadge(Tone.DANGER, Texts.text("banner.deceased")))
                : link;
    }

    private static String username(PatientSummary row) {
        var account = row.account();
        return account == null || account.username() == null ? "" : account.username();
    }
}
