package org.portaldesk.console.widget;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portaldesk.contract.request.CodeRequest.Candidate;
import org.portaldesk.contract.request.CodeRequest.Comparison;
import org.portaldesk.contract.request.CodeRequest.Field;
import org.portaldesk.contract.request.CodeRequest.Outcome;

/** What the requester says beside what the record says, field by field. */
public final class ComparisonTable extends Composite<NativeTable> {

    private static final long serialVersionUID = 1L;

    private static final List<String> COLUMNS = List.of("field", "claimed", "record", "verdict");

    public ComparisonTable(Candidate candidate) {
        getContent().addClassNames("rows", "comparison");
        getContent().getElement().setAttribute("aria-label", Texts.text("compare.label"));
        var head = getContent().getHead().addRow();
        COLUMNS.forEach(column -> head.add(header(column)));
        candidate.fields().forEach(this::addRow);
    }

    private static NativeTableHeaderCell header(String column) {
        var header = new NativeTableHeaderCell(Texts.text("compare." + column));
        header.getElement().setAttribute("scope", "col");
        return header;
    }

    private void addRow(Comparison field) {
        var row = getContent().getBody().addRow();
        row.setClassName("differs", field.outcome() == Outcome.MISMATCH);
        var name = new NativeTableHeaderCell(Texts.of("compare.field", field.field()));
        name.getElement().setAttribute("scope", "row");
        row.add(
                name,
                cell("claimed", value(field.field(), field.claimed())),
                cell("record", value(field.field(), field.onRecord())),
                cell("verdict", Verdict.of(field)));
    }

    private static NativeTableCell cell(String column, Component content) {
        var cell = new NativeTableCell(content);
        cell.getElement().setAttribute("data-label", Texts.text("compare." + column));
        return cell;
    }

    private static Span value(Field field, @Nullable String value) {
        if (value == null) {
            var none = new Span("–");
            none.addClassName("secondary");
            return none;
        }
        return new Span(field == Field.BIRTH_DATE ? Formats.current().birthDate(value) : value);
    }
}
