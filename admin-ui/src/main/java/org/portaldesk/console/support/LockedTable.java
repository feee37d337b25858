package org.portaldesk.console.support;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.portaldesk.console.shell.PatientLink;
import org.portaldesk.console.widget.Formats;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.contract.account.LockedAccount;

/**
 * The locked accounts as rows. A row that has not changed stays the same element, so that the focus
 * stays where it is while others come and go.
 */
final class LockedTable extends Composite<NativeTable> {

    private static final long serialVersionUID = 1L;

    private static final List<String> COLUMNS =
            List.of("patient", "lock", "failures", "end", "act");

    private final boolean takesCalls;
    private final transient Map<LockedAccount, NativeTableRow> rows = new HashMap<>();

    /**
     * @param takesCalls whether a call can be begun from here
     */
    LockedTable(boolean takesCalls) {
        this.takesCalls = takesCalls;
        getContent().addClassNames("rows", "locked-rows");
        var head = getContent().getHead().addRow();
        COLUMNS.forEach(
                column ->
                        head.add(new NativeTableHeaderCell(Texts.text("locked.column." + column))));
    }

    void show(List<LockedAccount> accounts) {
        rows.entrySet().removeIf(row -> goneFrom(accounts, row));
        for (int place = 0; place < accounts.size(); place++) {
            var account = accounts.get(place);
            var body = getContent().getBody().getElement();
            var row = rows.computeIfAbsent(account, this::row);
            if (body.indexOfChild(row.getElement()) != place) {
                row.removeFromParent();
                body.insertChild(place, row.getElement());
            }
        }
    }

    private static boolean goneFrom(
            List<LockedAccount> accounts, Map.Entry<LockedAccount, NativeTableRow> row) {
        boolean gone = !accounts.contains(row.getKey());
        if (gone) {
            row.getValue().removeFromParent();
        }
        return gone;
    }

    private NativeTableRow row(LockedAccount account) {
        var lock = account.lock();
        var row = new NativeTableRow();
        row.add(
                cell("patient", patient(account)),
                cell("lock", AccountFacts.badge(lock)),
                cell("failures", new Span(AccountFacts.failures(lock))),
                cell("end", new Span(AccountFacts.end(lock, Formats.current()))),
                cell("act", way(account)));
        return row;
    }

    private Component patient(LockedAccount account) {
        var detail =
                new Span(
                        Texts.text(
                                "locked.patient",
                                Masks.identifier(account.mrn()),
                                Masks.username(account.username())));
        detail.addClassName("secondary");
        var lines = new Div(name(account), detail);
        lines.addClassName("lines");
        return lines;
    }

    private static Component name(LockedAccount account) {
        var name = new Span(account.name());
        name.addClassName("queue-name");
        return name;
    }

    private Component way(LockedAccount account) {
        UUID id = account.patientId();
        return takesCalls
                ? SupportNavigation.callLink(Texts.text("call.start"), id)
                : new PatientLink(id, Texts.text("call.patient"));
    }

    private static NativeTableCell cell(String column, Component content) {
        var cell = new NativeTableCell(content);
        cell.getElement().setAttribute("data-label", Texts.text("locked.column." + column));
        return cell;
    }
}
