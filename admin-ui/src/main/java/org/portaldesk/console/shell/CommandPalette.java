package org.portaldesk.console.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.List;
import org.portaldesk.console.gateway.Loadable;
import org.portaldesk.console.widget.FailureNotice;
import org.portaldesk.console.widget.Glyph;
import org.portaldesk.console.widget.Shortcut;
import org.portaldesk.console.widget.Texts;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** One box for everything: a patient's name from anywhere, or the name of a screen. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class CommandPalette extends Dialog {

    private static final long serialVersionUID = 1L;

    private static final int DEBOUNCE_MILLIS = 220;

    final TextField words = new TextField();
    final Div options = new Div();
    private final ProgressBar progress = new ProgressBar();
    private final Div outcome = new Div();
    private final transient PaletteState state;
    private List<PaletteState.Option> offered = List.of();
    private int chosen;

    CommandPalette(PaletteState state) {
        this.state = state;
        addClassName("palette");
        setWidth("36rem");
        setTop("12vh");
        getElement().setAttribute("aria-label", Texts.text("palette.title"));
        prepareWords();
        progress.setIndeterminate(true);
        progress.getElement().setAttribute("aria-label", Texts.text("loading"));
        options.setId("palette-options");
        options.addClassName("palette-options");
        options.getElement().setAttribute("role", "listbox");
        options.getElement().setAttribute("aria-label", Texts.text("palette.title"));
        add(words, progress, outcome, options, hints());
        Signal.effect(this, () -> show(state.options().get(), state.chosen().get()));
        Signal.effect(this, () -> follow(state.found().get()));
    }

    @Override
    public void open() {
        words.clear();
        state.type("");
        super.open();
        words.focus();
    }

    private void prepareWords() {
        words.setPlaceholder(Texts.text("palette.placeholder"));
        words.setAriaLabel(Texts.text("palette.title"));
        words.setPrefixComponent(Glyph.SEARCH.icon());
        words.setWidthFull();
        words.setValueChangeMode(ValueChangeMode.LAZY);
        words.setValueChangeTimeout(DEBOUNCE_MILLIS);
        words.addValueChangeListener(change -> state.type(change.getValue()));
        words.getElement().setAttribute("data-1p-ignore", true);
        words.getElement()
                .executeJs(
                        "const i = this.inputElement; i.setAttribute('role', 'combobox');"
                                + "i.setAttribute('aria-expanded', 'true');"
                                + "i.setAttribute('autocomplete', 'off');"
                                + "i.setAttribute('aria-controls', 'palette-options');");
        Shortcut.NEXT_OPTION.within(words, () -> state.move(1));
        Shortcut.PREVIOUS_OPTION.within(words, () -> state.move(-1));
        Shortcut.OPEN_OPTION.within(words, this::openChosen);
    }

    private static Div hints() {
        var hints = new Div();
        hints.addClassName("palette-hints");
        for (var shortcut :
                List.of(Shortcut.NEXT_OPTION, Shortcut.OPEN_OPTION, Shortcut.SHORTCUTS)) {
            hints.add(shortcut.hint(), new Span(shortcut.text()));
        }
        return hints;
    }

    private void show(List<PaletteState.Option> now, int index) {
        offered = now;
        chosen = index;
        options.removeAll();
        for (int i = 0; i < now.size(); i++) {
            options.add(row(now.get(i), i));
        }
        words.getElement()
                .executeJs(
                        "this.inputElement.setAttribute('aria-activedescendant', $0)",
                        now.isEmpty() ? "" : "palette-" + index);
    }

    private Component row(PaletteState.Option option, int index) {
        var row =
                switch (option) {
                    case PaletteState.Option.Screen(var screen) ->
                            new Div(screen.glyph().icon(), new Span(Texts.text(screen.titleKey())));
                    case PaletteState.Option.Thing(var thing) ->
                            new Div(
                                    Glyph.ACCOUNT.icon(),
                                    new Span(thing.title()),
                                    detail(thing.detail()));
                };
        row.setId("palette-" + index);
        row.addClassName("palette-option");
        row.getElement().setAttribute("role", "option");
        row.getElement().setAttribute("aria-selected", String.valueOf(index == chosen));
        row.addClickListener(_ -> open(option));
        return row;
    }

    private static Span detail(String text) {
        var detail = new Span(text);
        detail.addClassName("secondary");
        return detail;
    }

    private void follow(Loadable<List<Finder.Found>> now) {
        progress.setClassName("idle", !(now instanceof Loadable.Loading<?>));
        outcome.removeAll();
        if (now instanceof Loadable.Failed<List<Finder.Found>>(var failure)) {
            outcome.add(new FailureNotice(failure, () -> state.type(words.getValue())));
        }
    }

    private void openChosen() {
        if (chosen < offered.size()) {
            open(offered.get(chosen));
        }
    }

    private void open(PaletteState.Option option) {
        close();
        getUI().ifPresent(
                        ui -> {
                            switch (option) {
                                case PaletteState.Option.Screen(var screen) ->
                                        ui.navigate(screen.view());
                                case PaletteState.Option.Thing(var thing) ->
                                        ui.navigate(thing.path());
                            }
                        });
    }
}
