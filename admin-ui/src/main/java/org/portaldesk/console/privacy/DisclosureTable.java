package org.portaldesk.console.privacy;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.portaldesk.contract.privacy.Disclosure;

/** What left the house about a patient, a row each. */
final class DisclosureTable extends Composite<NativeTable> {

    private static final long serialVersionUID = 1L;

    DisclosureTable(List<Disclosure> disclosures, DisclosureWords words) {
        getContent().addClassNames("rows", "disclosures");
        getContent().getElement().setAttribute("aria-label", words.text("disclosures.title"));
        var head = getContent().getHead().addRow();
        for (var column : DisclosureWords.COLUMNS) {
            var cell = new NativeTableHeaderCell(words.column(column));
            cell.getElement().setAttribute("scope", "col");
            head.add(cell);
        }
        disclosures.forEach(one -> add(words.row(one), words));
    }

    private void add(List<String> texts, DisclosureWords words) {
        var row = getContent().getBody().addRow();
        for (int i = 0; i < texts.size(); i++) {
            var cell = new NativeTableCell(new Span(texts.get(i)));
            cell.getElement()
                    .setAttribute("data-label", words.column(DisclosureWords.COLUMNS.get(i)));
            row.add(cell);
        }
    }
}
