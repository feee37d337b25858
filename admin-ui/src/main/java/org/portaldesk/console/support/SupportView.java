package org.portaldesk.console.support;

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
import java.util.List;
import org.portaldesk.console.gateway.CursorList;
import org.portaldesk.console.gateway.Loadable;
import org.portaldesk.console.shell.Requires;
import org.portaldesk.console.shell.Staff;
import org.portaldesk.console.widget.CaseList;
import org.portaldesk.console.widget.EmptyState;
import org.portaldesk.console.widget.Focus;
import org.portaldesk.console.widget.FoundBadge;
import org.portaldesk.console.widget.Glyph;
import org.portaldesk.console.widget.Shortcut;
import org.portaldesk.console.widget.StatusBadge;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.console.widget.Tone;
import org.portaldesk.contract.identity.Permission;
import org.portaldesk.contract.patient.PatientSummary;

/** Who is calling about whom: one box, and rows that tell no more than is needed to choose one. */
@Route("support")
@Requires(Permission.VERIFY_CALLERS)
class SupportView extends Div implements HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private static final int DEBOUNCE_MILLIS = 300;
    private static final int MOST_LETTERS = 200;

    final TextField words = new TextField();
    final CaseList<PatientSummary> results;
    private final transient SearchState state;
    private boolean entered;

    SupportView(SearchState state, Staff staff) {
        this.state = state;
        addClassNames("screen", "support-search");
        results = new CaseList<>(state.found(), PatientSummary::id, Texts.text("patients.results"));
        results.addClassName("panel");
        results.whenEmpty(nobody(staff));
        results.bindVisible(state.searched());
        var hint =
                new EmptyState(
                        Glyph.PHONE,
                        Texts.text("support.start.title"),
                        Texts.text("support.start.text"));
        hint.bindVisible(Signal.not(state.searched()));
        prepareWords();
        addColumns();
        add(head(staff), words, results, hint);
        Signal.effect(this, () -> follow(state.found().signal().get()));
    }

    @Override
    public String getPageTitle() {
        return Texts.text("support.title");
    }

    @Override
    protected void onAttach(AttachEvent event) {
        Focus.on(words);
    }

    private static Div head(Staff staff) {
        var head = new Div(new H1(Texts.text("support.title")));
        head.addClassName("screen-head");
        if (staff.may(Permission.TAKE_CODE_REQUESTS)) {
            head.add(new RouterLink(Texts.text("phone.title"), PhoneRequestView.class));
        }
        return head;
    }

    private static EmptyState nobody(Staff staff) {
        var next =
                staff.may(Permission.TAKE_CODE_REQUESTS)
                        ? List.of(new RouterLink(Texts.text("phone.title"), PhoneRequestView.class))
                        : List.<RouterLink>of();
        return new EmptyState(
                Glyph.SEARCH,
                Texts.text("patients.none.title"),
                Texts.text("support.none.text"),
                next.toArray(Component[]::new));
    }

    private void prepareWords() {
        words.setAriaLabel(Texts.text("patients.search"));
        words.setPlaceholder(Texts.text("patients.search.placeholder"));
        words.setHelperText(Texts.text("support.search.help"));
        words.setPrefixComponent(Glyph.SEARCH.icon());
        words.setClearButtonVisible(true);
        words.setMaxLength(MOST_LETTERS);
        words.addClassName("search-box");
        words.getElement().setAttribute("autocomplete", "off");
        words.setValueChangeMode(ValueChangeMode.LAZY);
        words.setValueChangeTimeout(DEBOUNCE_MILLIS);
        words.addValueChangeListener(change -> search(change.getValue()));
        Shortcut.FIRST_CALLER.within(words, results::focusFirstRow);
        // What stands in the box now: Enter comes faster than the words do.
        Shortcut.BEGIN_CALL.within(
                words,
                () ->
                        words.getElement()
                                .executeJs("return this.inputElement.value")
                                .then(String.class, this::enter));
    }

    private void search(String typed) {
        if (state.search(typed)) {
            entered = false;
        }
    }

    /** Goes on with the only one found, now or as soon as the answer is here. */
    void enter(String typed) {
        state.search(typed);
        entered = typed.strip().length() >= SearchState.FEWEST_LETTERS;
        if (entered && state.found().signal().peek() instanceof Loadable.Loaded<?>) {
            goOn();
        }
    }

    private void follow(Loadable<CursorList.Rows<PatientSummary>> now) {
        if (entered && now instanceof Loadable.Loaded<?>) {
            // Later: whoever follows a signal must not set others, as a new screen does.
            getUI().ifPresent(ui -> ui.access(this::goOn));
        }
    }

    private void goOn() {
        if (!entered) {
            return;
        }
        entered = false;
        var found = state.found().items();
        if (found.size() == 1) {
            open(found.getFirst());
        } else {
            results.focusFirstRow();
        }
    }

    private void addColumns() {
        var grid = results.grid();
        grid.addColumn(new ComponentRenderer<>(SupportView::name))
                .setHeader(Texts.text("patients.column.name"))
                .setFlexGrow(3);
        grid.addColumn(row -> Masks.birthDate(row.birthDate()))
                .setHeader(Texts.text("patients.column.born"))
                .setFlexGrow(1);
        grid.addColumn(row -> Masks.identifier(row.mrn()))
                .setHeader(Texts.text("patients.column.mrn"))
                .setFlexGrow(1);
        grid.addColumn(new ComponentRenderer<>(FoundBadge::of))
                .setHeader(Texts.text("patients.column.account"))
                .setFlexGrow(1);
        results.onOpen(this::open);
    }

    private static Component name(PatientSummary row) {
        var link = SupportNavigation.callLink(Masks.name(row), row.id());
        // The row is the target for the pointer, and the grid's cells for the arrow keys.
        link.getElement().setAttribute("tabindex", "-1");
        return row.deceased()
                ? new Span(link, new StatusBadge(Tone.DANGER, Texts.text("banner.deceased")))
                : link;
    }

    private void open(PatientSummary row) {
        getUI().ifPresent(ui -> SupportNavigation.call(ui, row.id()));
    }
}
