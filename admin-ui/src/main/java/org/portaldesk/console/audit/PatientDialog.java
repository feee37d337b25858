package org.portaldesk.console.audit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.function.SerializableConsumer;
import org.portaldesk.console.gateway.CursorList;
import org.portaldesk.console.widget.Formats;
import org.portaldesk.console.widget.Glyph;
import org.portaldesk.console.widget.ListFooter;
import org.portaldesk.console.widget.LoadablePanel;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.contract.patient.PatientSummary;

/** Finds the patient whose events are to be listed. */
final class PatientDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    private static final int DEBOUNCE_MILLIS = 300;
    private static final int SKELETON_LINES = 4;

    final TextField words = new TextField(Texts.text("patients.search"));
    private final Div results = new Div();
    private final transient AuditState state;
    private final SerializableConsumer<PatientSummary> chosen;

    PatientDialog(AuditState state, SerializableConsumer<PatientSummary> chosen) {
        this.state = state;
        this.chosen = chosen;
        setHeaderTitle(Texts.text("audit.patient.choose"));
        setWidth("32rem");
        addClassName("patient-dialog");
        words.setWidthFull();
        words.setAutofocus(true);
        words.setPrefixComponent(Glyph.SEARCH.icon());
        words.setHelperText(Texts.text("patients.search.help"));
        words.setValueChangeMode(ValueChangeMode.LAZY);
        words.setValueChangeTimeout(DEBOUNCE_MILLIS);
        words.addValueChangeListener(change -> search(change.getValue()));
        add(words, results);
        getFooter().add(new Button(Texts.text("cancel"), _ -> close()));
    }

    private void search(String typed) {
        state.search(typed);
        if (typed.strip().length() >= AuditState.FEWEST_LETTERS
                && results.getChildren().findAny().isEmpty()) {
            results.add(
                    new LoadablePanel<>(
                            state.found().signal(),
                            this::show,
                            () -> state.found().reload(),
                            SKELETON_LINES));
        }
    }

    private Component show(CursorList.Rows<PatientSummary> rows) {
        if (rows.items().isEmpty()) {
            var nobody = new Span(Texts.text("patients.none.title"));
            nobody.addClassName("secondary");
            return nobody;
        }
        var all = new Div();
        all.addClassName("found");
        rows.items().forEach(one -> all.add(button(one)));
        all.add(new ListFooter(rows, state.found()));
        return all;
    }

    private Button button(PatientSummary one) {
        var text =
                Texts.text(
                        "audit.patient.found",
                        one.name(),
                        Formats.current().birthDate(one.birthDate()),
                        one.mrn());
        var button =
                new Button(
                        text,
                        _ -> {
                            close();
                            chosen.accept(one);
                        });
        button.addThemeVariants(ButtonVariant.TERTIARY);
        return button;
    }
}
