package org.portaldesk.console.privacy;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.portaldesk.console.widget.FileHandler;
import org.portaldesk.console.widget.Formats;
import org.portaldesk.console.widget.StatusBadge;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.console.widget.Tone;
import org.portaldesk.contract.audit.AuditOutcome;
import org.portaldesk.contract.privacy.AccessReport;
import org.portaldesk.contract.privacy.AccessReport.Entry;

/** A report as the patient is told, in their language, and the way to it on paper. */
final class ReportTable extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    private final transient Formats theirs;

    /**
     * @param pdf the report for printing
     */
    ReportTable(AccessReport report, Supplier<Optional<byte[]>> pdf) {
        var language = Locale.forLanguageTag(report.language());
        theirs = new Formats(language, Formats.current().zone());
        getContent().addClassName("report");
        getContent().add(head(report, pdf));
        getContent().add(report.entries().isEmpty() ? nobody() : entries(report));
    }

    private static Component head(AccessReport report, Supplier<Optional<byte[]>> pdf) {
        var paper = new Anchor();
        paper.setText(Texts.text("report.pdf"));
        paper.setHref(
                (DownloadHandler) FileHandler.pdf(Texts.text("report.file", report.id()), pdf));
        paper.setTarget(AnchorTarget.BLANK);
        paper.addClassName("primary-link");
        var head = new Div(paper);
        head.addClassName("document");
        return head;
    }

    private static Component nobody() {
        return new Paragraph(Texts.text("report.nobody"));
    }

    private Grid<Entry> entries(AccessReport report) {
        var grid = new Grid<Entry>();
        grid.setItems(report.entries());
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.addThemeVariants(GridVariant.NO_BORDER, GridVariant.WRAP_CELL_CONTENT);
        grid.setAriaLabel(Texts.text("report.title"));
        grid.getElement().setAttribute("lang", theirs.locale().toLanguageTag());
        grid.addColumn(entry -> theirs.full(entry.at()))
                .setHeader(their("audit.when"))
                .setFlexGrow(2);
        grid.addColumn(Entry::who).setHeader(their("audit.who")).setFlexGrow(2);
        grid.addColumn(new ComponentRenderer<>(this::what))
                .setHeader(their("audit.what"))
                .setFlexGrow(3);
        return grid;
    }

    private String their(String key) {
        return Texts.textIn(theirs.locale(), key);
    }

    private Component what(Entry entry) {
        var what = new Div(new Span(entry.what()));
        what.addClassName("act-line");
        if (entry.outcome() == AuditOutcome.REFUSED) {
            what.add(new StatusBadge(Tone.WARN, their("audit.refused")));
        }
        return what;
    }
}
