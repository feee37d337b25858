package org.portaldesk.console.audit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.Command;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.portaldesk.console.shell.PatientLink;
import org.portaldesk.console.widget.Facts;
import org.portaldesk.console.widget.Formats;
import org.portaldesk.console.widget.Panel;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.contract.audit.AuditEvent;

/** All that the record holds of one event, with what it changed. */
final class EventPanel extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    EventPanel(AuditEvent event, ProofState proof, Command close) {
        var shut = new Button(Texts.text("close"), _ -> close.execute());
        var panel = new Panel(Texts.ofWord("act", event.act()), facts(event)).withActs(shut);
        getContent().addClassName("event");
        getContent().add(panel);
        if (event.before() != null || event.after() != null) {
            getContent().add(new Panel(Texts.text("audit.changes"), changes(event)));
        }
        getContent().add(new ProofPart(proof, event));
    }

    private static Facts facts(AuditEvent event) {
        var facts =
                new Facts()
                        .with(Texts.text("audit.outcome"), EventBadge.of(event.outcome()))
                        .with(Texts.text("audit.when"), Formats.current().full(event.at()))
                        .with(Texts.text("audit.who"), event.actorName())
                        .with(Texts.text("audit.username"), event.actorUsername())
                        .with(Texts.text("audit.roles"), String.join(", ", event.roles()))
                        .with(Texts.text("audit.address"), event.clientAddress());
        if (event.patientId() != null) {
            facts.with(
                    Texts.text("audit.about"),
                    new PatientLink(event.patientId(), Texts.text("audit.patient.open")));
        }
        return facts.with(Texts.text("audit.reason"), reason(event))
                .with(Texts.text("audit.object"), object(event))
                .with(Texts.text("audit.request"), event.requestId());
    }

    private static @Nullable String reason(AuditEvent event) {
        return event.reason() == null ? null : Texts.ofWord("why", event.reason());
    }

    private static @Nullable String object(AuditEvent event) {
        return event.objectType() == null
                ? null
                : Texts.text(
                        "audit.object.of",
                        event.objectType(),
                        Objects.requireNonNullElse(event.objectId(), ""));
    }

    private static Component changes(AuditEvent event) {
        var before = Objects.requireNonNullElse(event.before(), Map.<String, Object>of());
        var after = Objects.requireNonNullElse(event.after(), Map.<String, Object>of());
        var table = new NativeTable();
        table.addClassNames("rows", "comparison");
        var head = table.getHead().addRow();
        List.of("audit.field", "audit.before", "audit.after")
                .forEach(key -> head.add(new NativeTableHeaderCell(Texts.text(key))));
        var fields = new TreeSet<>(before.keySet());
        fields.addAll(after.keySet());
        for (var field : fields) {
            var row = table.getBody().addRow();
            row.setClassName("differs", !Objects.equals(before.get(field), after.get(field)));
            var name = new NativeTableHeaderCell(field);
            name.getElement().setAttribute("scope", "row");
            row.add(
                    name,
                    cell("audit.before", before.get(field)),
                    cell("audit.after", after.get(field)));
        }
        return table;
    }

    private static NativeTableCell cell(String key, @Nullable Object value) {
        var cell = new NativeTableCell(new Span(value == null ? "–" : value.toString()));
        cell.getElement().setAttribute("data-label", Texts.text(key));
        return cell;
    }
}
