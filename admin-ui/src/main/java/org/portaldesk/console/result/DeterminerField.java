package org.portaldesk.console.result;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portaldesk.console.gateway.CursorList;
import org.portaldesk.console.widget.Glyph;
import org.portaldesk.console.widget.ListFooter;
import org.portaldesk.console.widget.LoadablePanel;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.contract.clinician.Clinician;

/** Finds who determined a hold in the directory of clinicians; what is typed is nobody yet. */
final class DeterminerField extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    private static final int DEBOUNCE_MILLIS = 300;
    private static final int SKELETON_LINES = 3;

    final TextField words = new TextField(Texts.text("hold.determiner"));
    private final Div matches = new Div();
    private final transient Determiners determiners;
    private final transient Runnable changed;
    private transient @Nullable Clinician chosen;

    DeterminerField(Determiners determiners, Runnable changed) {
        this.determiners = determiners;
        this.changed = changed;
        words.setWidthFull();
        words.setRequiredIndicatorVisible(true);
        words.setPrefixComponent(Glyph.SEARCH.icon());
        words.setHelperText(Texts.text("hold.determiner.help"));
        words.setValueChangeMode(ValueChangeMode.LAZY);
        words.setValueChangeTimeout(DEBOUNCE_MILLIS);
        words.addValueChangeListener(change -> typed(change.getValue()));
        getContent().add(words, matches);
    }

    /** Nobody until one of those found is chosen. */
    @Nullable Clinician chosen() {
        return chosen;
    }

    private void typed(String text) {
        if (chosen != null && text.equals(label(chosen))) {
            return;
        }
        chosen = null;
        changed.run();
        matches.removeAll();
        if (text.strip().length() >= Determiners.FEWEST_LETTERS) {
            determiners.search(text);
            matches.add(
                    new LoadablePanel<>(
                            determiners.found().signal(),
                            this::show,
                            () -> determiners.found().reload(),
                            SKELETON_LINES));
        }
    }

    private Component show(CursorList.Rows<Clinician> rows) {
        if (rows.items().isEmpty()) {
            var nobody = new Span(Texts.text("hold.determiner.none"));
            nobody.addClassName("secondary");
            return nobody;
        }
        var all = new Div();
        all.addClassName("found");
        rows.items().forEach(one -> all.add(button(one)));
        all.add(new ListFooter(rows, determiners.found()));
        return all;
    }

    private Button button(Clinician one) {
        var button = new Button(label(one), _ -> choose(one));
        button.addThemeVariants(ButtonVariant.TERTIARY);
        return button;
    }

    private void choose(Clinician one) {
        chosen = one;
        matches.removeAll();
        if (one.staffUserId() == null) {
            var note = new Span(Texts.text("hold.determiner.unlinked"));
            note.addClassName("secondary");
            matches.add(note);
        }
        words.setValue(label(one));
        changed.run();
        words.focus();
    }

    private static String label(Clinician one) {
        return Stream.of(
                        (one.givenName() + " " + one.familyName()).strip(),
                        one.licenseState() + " " + one.licenseNumber())
                .collect(Collectors.joining(", "));
    }
}
