package org.portaldesk.console.activation;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableFunction;
import java.util.List;
import java.util.stream.Stream;
import org.portaldesk.console.widget.Formats;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.contract.activation.ActivationCode;
import org.portaldesk.contract.activation.CodeState;

/** One line per code: where it stands, how it went out, until when it works, who issued it. */
final class CodesTable extends Composite<NativeTable> {

    private static final long serialVersionUID = 1L;

    private static final List<String> COLUMNS = List.of("state", "issued", "channel", "end", "by");

    CodesTable(
            List<ActivationCode> codes, SerializableFunction<ActivationCode, Component> actOnLive) {
        getContent().addClassName("rows");
        var head = getContent().getHead().addRow();
        COLUMNS.forEach(
                column ->
                        head.add(new NativeTableHeaderCell(Texts.text("codes.column." + column))));
        head.add(new NativeTableHeaderCell());
        for (var code : codes) {
            var row = getContent().getBody().addRow();
            cells(code).forEach(row::add);
            row.add(
                    code.state() == CodeState.ISSUED
                            ? new NativeTableCell(actOnLive.apply(code))
                            : new NativeTableCell());
        }
    }

    private static Stream<NativeTableCell> cells(ActivationCode code) {
        return Stream.of(
                cell("state", CodeBadge.of(code.state())),
                cell("issued", new Span(Formats.current().moment(code.issuedAt()))),
                cell("channel", channel(code)),
                cell("end", end(code)),
                cell("by", new Span(code.issuedBy())));
    }

    /** The cell knows its column's name, which stands beside it where the screen is narrow. */
    private static NativeTableCell cell(String column, Component content) {
        var cell = new NativeTableCell(content);
        cell.getElement().setAttribute("data-label", Texts.text("codes.column." + column));
        return cell;
    }

    /** How the code went out, and what became of that. */
    static Component channel(ActivationCode code) {
        var channel = new Span(Texts.of("channel", code.channel()));
        var delivery = code.delivery();
        if (delivery == null) {
            return channel;
        }
        var state = Texts.text("delivery." + code.channel() + "." + delivery.state());
        return lines(
                channel,
                delivery.at() == null
                        ? state
                        : Texts.text(
                                "codes.delivery", state, Formats.current().moment(delivery.at())));
    }

    /** Until when the code works, or when and why it ended. */
    static Component end(ActivationCode code) {
        var formats = Formats.current();
        if (code.state() == CodeState.ISSUED) {
            var until = new Span(Texts.text("codes.until", formats.moment(code.expiresAt())));
            return code.failedAttempts() == 0
                    ? until
                    : lines(until, Texts.text("codes.failed", code.failedAttempts()));
        }
        var ended = code.endedAt() == null ? code.expiresAt() : code.endedAt();
        var end = new Span(formats.moment(ended));
        return code.endReason() == null ? end : lines(end, Texts.ofWord("why", code.endReason()));
    }

    /** Two lines, the second a quiet one. */
    static Component lines(Component first, String second) {
        var below = new Span(second);
        below.addClassName("secondary");
        var lines = new Div(first, below);
        lines.addClassName("lines");
        return lines;
    }
}
