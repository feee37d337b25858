package org.portaldesk.console.letter;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.signals.Signal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.portaldesk.console.gateway.Act;
import org.portaldesk.console.widget.Formats;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.console.widget.Told;
import org.portaldesk.contract.letter.LetterBatch;

/** A batch: its count to hold against the pile, and its sheets, of which spoilt ones go again. */
final class BatchPanel extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    private static final List<String> COLUMNS = List.of("sheet", "patient", "mrn", "language");

    final CountCheck check;
    final Button again;
    final List<Checkbox> marks = new ArrayList<>();
    private final transient Set<LetterBatch.Sheet> marked = new LinkedHashSet<>();
    private final transient LettersState state;

    /**
     * @param prints whether the person at the screen may queue sheets again
     */
    BatchPanel(LettersState state, LetterBatch batch, boolean prints) {
        this.state = state;
        this.check = new CountCheck(batch.count());
        this.again = new Button("", _ -> queueAgain());
        again.addThemeVariants(ButtonVariant.ERROR);
        getContent().addClassNames("batch", "stack");
        getContent()
                .add(
                        new Paragraph(
                                Texts.text(
                                        "batch.printed",
                                        batch.count(),
                                        Formats.current().moment(batch.printedAt()),
                                        batch.printedBy())),
                        check,
                        manifest(batch, prints),
                        new ManyNotice(state.many()));
        if (prints) {
            getContent().add(again);
        }
        state.many().reset();
        update();
        Signal.effect(this, () -> follow(state.many().signal().get()));
    }

    private Component manifest(LetterBatch batch, boolean prints) {
        var table = new NativeTable();
        table.addClassNames("rows", "manifest");
        table.getElement().setAttribute("aria-label", Texts.text("batch.manifest"));
        var head = table.getHead().addRow();
        COLUMNS.forEach(
                column -> head.add(new NativeTableHeaderCell(Texts.text("batch." + column))));
        if (prints) {
            head.add(new NativeTableHeaderCell(Texts.text("batch.spoilt")));
        }
        for (var sheet : batch.manifest()) {
            addRow(table.getBody().addRow(), sheet, prints);
        }
        var scroller = new Div(table);
        scroller.addClassName("manifest-place");
        scroller.getElement().setAttribute("tabindex", "0");
        scroller.getElement().setAttribute("role", "region");
        scroller.getElement().setAttribute("aria-label", Texts.text("batch.manifest"));
        return scroller;
    }

    private void addRow(NativeTableRow row, LetterBatch.Sheet sheet, boolean prints) {
        row.add(
                cell("sheet", String.valueOf(sheet.sheet())),
                cell("patient", Recipient.of(sheet)),
                cell("mrn", sheet.mrn()),
                cell("language", language(sheet.language())));
        if (prints) {
            row.add(cell("spoilt", mark(sheet)));
        }
    }

    private Checkbox mark(LetterBatch.Sheet sheet) {
        var mark = new Checkbox();
        mark.setAriaLabel(Texts.text("batch.spoilt.of", sheet.sheet(), Recipient.of(sheet)));
        mark.addValueChangeListener(
                change -> {
                    if (change.getValue()) {
                        marked.add(sheet);
                    } else {
                        marked.remove(sheet);
                    }
                    update();
                });
        marks.add(mark);
        return mark;
    }

    private static NativeTableCell cell(String column, String text) {
        return cell(column, new Span(text));
    }

    private static NativeTableCell cell(String column, Component content) {
        var cell = new NativeTableCell(content);
        cell.getElement().setAttribute("data-label", Texts.text("batch." + column));
        return cell;
    }

    static String language(String tag) {
        return Locale.forLanguageTag(tag).getDisplayLanguage(Formats.current().locale());
    }

    private void update() {
        again.setText(Texts.text("batch.again", marked.size()));
        again.setVisible(!marked.isEmpty());
    }

    private void queueAgain() {
        state.reprint(marked, Texts.text("reprint.reason.spoilt"));
    }

    private void follow(Act.State<Many> now) {
        again.setEnabled(!(now instanceof Act.State.Running<Many>));
        if (now instanceof Act.State.Done<Many>(var many) && many.done() > 0) {
            Told.done(Texts.text("reprint.done", many.done()));
            marks.forEach(mark -> mark.setValue(false));
        }
    }
}
