package org.portaldesk.console.audit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.signals.Signal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.portaldesk.console.gateway.Act;
import org.portaldesk.console.widget.FailureNotice;
import org.portaldesk.console.widget.Formats;
import org.portaldesk.console.widget.Glyph;
import org.portaldesk.console.widget.LoadablePanel;
import org.portaldesk.console.widget.Shortcut;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.contract.Page;
import org.portaldesk.contract.audit.SavedSearch;

/**
 * The searches of the record that somebody keeps: to open one, to keep the one on the screen, and
 * to remove one, which can be undone while the dialog is open.
 */
final class SearchDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    private static final int LONGEST_NAME = 60;
    private static final int SKELETON_LINES = 3;

    final TextField name = new TextField(Texts.text("searches.name"));
    final Checkbox moving = new Checkbox();
    final Button keep = new Button(Texts.text("searches.keep"), _ -> keep());
    private final Div outcome = new Div();
    private final transient SearchesState state;
    private final transient AuditFilter filter;
    private final SerializableConsumer<AuditFilter> chosen;

    SearchDialog(
            SearchesState state, AuditFilter filter, SerializableConsumer<AuditFilter> chosen) {
        this.state = state;
        this.filter = filter;
        this.chosen = chosen;
        setHeaderTitle(Texts.text("searches.title"));
        setWidth("34rem");
        addClassName("searches");
        add(
                new LoadablePanel<>(state.kept().signal(), this::kept, state::load, SKELETON_LINES),
                outcome,
                keeping());
        getFooter().add(new Button(Texts.text("close"), _ -> close()));
        state.change().reset();
        state.load();
        Signal.effect(this, () -> follow(state.change().signal().get()));
    }

    private Div keeping() {
        prepareFields();
        var line = new Div(name, keep);
        line.addClassName("keep-line");
        var what = secondary(SearchWords.of(filter, filter.criteria(zone(), null)));
        var keeping = new Div(new H3(Texts.text("searches.this")), what, line, moving);
        keeping.addClassName("keeping");
        return keeping;
    }

    private void prepareFields() {
        name.setMaxLength(LONGEST_NAME);
        name.setValueChangeMode(ValueChangeMode.EAGER);
        name.addValueChangeListener(_ -> update());
        name.setHelperText(Texts.text("searches.name.help"));
        var days = lastDays();
        moving.setVisible(days != null);
        moving.setLabel(Texts.text("searches.moving", Objects.requireNonNullElse(days, 0)));
        keep.addThemeVariants(ButtonVariant.PRIMARY);
        keep.setSuffixComponent(Shortcut.CONFIRM.hint());
        Shortcut.CONFIRM.within(this, this::keep);
        update();
    }

    private void update() {
        keep.setEnabled(!name.getValue().isBlank());
    }

    private void keep() {
        if (keep.isEnabled()) {
            var days = moving.getValue() ? lastDays() : null;
            state.keep(name.getValue(), filter.criteria(zone(), days));
        }
    }

    /** How many days up to today are listed; null when they do not end today. */
    private @Nullable Integer lastDays() {
        var today = LocalDate.now(zone());
        var from = filter.from();
        var endsToday = filter.to() == null || filter.to().equals(today);
        return from == null || from.isAfter(today) || !endsToday
                ? null
                : (int) ChronoUnit.DAYS.between(from, today) + 1;
    }

    private Component kept(Page<SavedSearch> page) {
        if (page.items().isEmpty()) {
            return secondary(Texts.text("searches.none"));
        }
        var all = new Div();
        all.addClassName("found");
        page.items().forEach(one -> all.add(row(one)));
        return all;
    }

    private Component row(SavedSearch one) {
        var wanted = AuditFilter.of(one.criteria(), zone(), LocalDate.now(zone()));
        var open = new Button(one.name(), _ -> open(wanted));
        open.addThemeVariants(ButtonVariant.TERTIARY);
        var what = new Div(open, secondary(SearchWords.of(wanted, one.criteria())));
        what.addClassName("lines");
        var remove = new Button(Glyph.CROSS.icon(), _ -> state.remove(one));
        remove.addThemeVariants(ButtonVariant.TERTIARY);
        remove.setAriaLabel(Texts.text("searches.remove", one.name()));
        var row = new Div(what, remove);
        row.addClassName("search-row");
        return row;
    }

    private void open(AuditFilter wanted) {
        close();
        chosen.accept(wanted);
    }

    private void follow(Act.State<SearchesState.Change> now) {
        outcome.removeAll();
        switch (now) {
            case Act.State.Idle<SearchesState.Change>() -> {}
            case Act.State.Running<SearchesState.Change>() -> keep.setEnabled(false);
            case Act.State.Failed<SearchesState.Change>(var failure) -> {
                outcome.add(new FailureNotice(failure, null));
                update();
            }
            case Act.State.Done<SearchesState.Change>(var change) -> {
                name.clear();
                state.load();
                change.removed().ifPresent(one -> outcome.add(removed(one)));
            }
        }
    }

    private Div removed(SavedSearch one) {
        var undo =
                new Button(
                        Texts.text("searches.undo"), _ -> state.keep(one.name(), one.criteria()));
        undo.addThemeVariants(ButtonVariant.TERTIARY);
        undo.setPrefixComponent(Glyph.UNDO.icon());
        var line = new Div(new Span(Texts.text("searches.removed", one.name())), undo);
        line.addClassName("search-row");
        line.getElement().setAttribute("role", "status");
        return line;
    }

    private static ZoneId zone() {
        return Formats.current().zone();
    }

    private static Span secondary(String text) {
        var span = new Span(text);
        span.addClassName("secondary");
        return span;
    }
}
