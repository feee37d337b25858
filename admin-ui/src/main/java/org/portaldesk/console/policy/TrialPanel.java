package org.portaldesk.console.policy;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.stream.Collectors;
import org.portaldesk.console.shell.PatientLink;
import org.portaldesk.console.widget.Formats;
import org.portaldesk.console.widget.StatusBadge;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.console.widget.Tone;
import org.portaldesk.contract.policy.PolicySimulationApi.Change;
import org.portaldesk.contract.policy.PolicySimulationApi.Simulation;
import org.portaldesk.contract.proxy.Area;

/** Who would gain and lose what, if a policy counted. Administrators see no names. */
final class TrialPanel extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    TrialPanel(Simulation trial) {
        getContent().addClassNames("stack", "trial");
        var counts =
                new Div(
                        new StatusBadge(Tone.GOOD, Texts.text("trial.gaining", trial.gaining())),
                        new StatusBadge(Tone.WARN, Texts.text("trial.losing", trial.losing())),
                        new Span(
                                Texts.text(
                                        "trial.of",
                                        trial.grants(),
                                        Formats.current().moment(trial.at()))));
        counts.addClassName("counts");
        getContent().add(counts);
        getContent()
                .add(
                        trial.changes().isEmpty()
                                ? new Paragraph(Texts.text("trial.nothing"))
                                : table(trial.changes()));
    }

    private static NativeTable table(List<Change> changes) {
        var table = new NativeTable();
        table.addClassName("rows");
        table.getElement().setAttribute("aria-label", Texts.text("trial.title"));
        var head = table.getHead().addRow();
        for (var column : List.of("whose", "age", "class", "areas")) {
            var cell = new NativeTableHeaderCell(Texts.text("trial." + column));
            cell.getElement().setAttribute("scope", "col");
            head.add(cell);
        }
        changes.forEach(change -> add(table, change));
        return table;
    }

    private static void add(NativeTable table, Change change) {
        table.getBody()
                .addRow()
                .add(
                        cell("whose", whose(change)),
                        cell("age", new Span(String.valueOf(change.age()))),
                        cell(
                                "class",
                                new Span(
                                        Texts.text(
                                                "trial.fromTo",
                                                Texts.of("access", change.from()),
                                                Texts.of("access", change.to())))),
                        cell("areas", areas(change)));
    }

    private static Component whose(Change change) {
        var patient = change.patientId();
        var name = change.patientName();
        if (patient == null || name == null) {
            return new Span(Texts.text("trial.nobody"));
        }
        var who = new Div(new PatientLink(patient, name));
        if (change.proxyName() != null) {
            var proxy = new Span(change.proxyName());
            proxy.addClassName("secondary");
            who.add(proxy);
        }
        who.addClassName("lines");
        return who;
    }

    private static Component areas(Change change) {
        var lines = new Div();
        lines.addClassName("lines");
        if (!change.gains().isEmpty()) {
            lines.add(new Span(Texts.text("trial.more", words(change.gains()))));
        }
        if (!change.loses().isEmpty()) {
            lines.add(new Span(Texts.text("trial.less", words(change.loses()))));
        }
        return lines;
    }

    private static String words(List<Area> areas) {
        return areas.stream().map(area -> Texts.of("area", area)).collect(Collectors.joining(", "));
    }

    private static NativeTableCell cell(String column, Component content) {
        var cell = new NativeTableCell(content);
        cell.getElement().setAttribute("data-label", Texts.text("trial." + column));
        return cell;
    }
}
