package org.portaldesk.console.support;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import java.util.stream.Collectors;
import org.portaldesk.console.widget.Formats;
import org.portaldesk.console.widget.StatusBadge;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.console.widget.Tone;
import org.portaldesk.contract.verification.Call;
import org.portaldesk.contract.verification.CallerKind;

/** One call in a line or a few. */
final class CallItem extends ListItem {

    private static final long serialVersionUID = 1L;

    CallItem(Call call) {
        var when = new Span(Formats.current().moment(call.startedAt()));
        when.addClassName("timeline-when");
        when.setTitle(Formats.current().full(call.startedAt()));
        var who = new Span(call.agent());
        who.addClassName("timeline-who");
        add(when, what(call), who);
    }

    private static Div what(Call call) {
        var what = new Div(head(call));
        what.addClassName("lines");
        if (!call.facts().isEmpty()) {
            what.add(secondary(Texts.text("calls.asked", facts(call))));
        }
        call.acts().forEach(act -> what.add(act(act)));
        var note = call.note();
        if (note != null) {
            var reason = Texts.of("callReason", note.reason());
            what.add(
                    new Span(
                            note.text() == null || note.text().isBlank()
                                    ? reason
                                    : Texts.text("calls.note", reason, note.text())));
        }
        return what;
    }

    private static Div head(Call call) {
        var head = new Div(outcome(call), new Span(caller(call)));
        head.addClassName("act-line");
        return head;
    }

    private static StatusBadge outcome(Call call) {
        if (call.outcome() == null) {
            return new StatusBadge(Tone.LIVE, Texts.text("calls.open"));
        }
        return switch (call.outcome()) {
            case PASSED -> new StatusBadge(Tone.GOOD, Texts.text("calls.outcome.PASSED"));
            case FAILED -> new StatusBadge(Tone.WARN, Texts.text("calls.outcome.FAILED"));
            case ABANDONED -> new StatusBadge(Tone.QUIET, abandoned(call));
        };
    }

    private static String abandoned(Call call) {
        return call.abandonReason() == null
                ? Texts.text("calls.outcome.ABANDONED")
                : Texts.text("calls.abandoned", Texts.of("giveUp.reason", call.abandonReason()));
    }

    private static String caller(Call call) {
        if (call.caller() == CallerKind.PATIENT || call.callerName() == null) {
            return Texts.of("caller", call.caller());
        }
        return Texts.text(
                "calls.caller",
                call.callerName(),
                call.relation() == null ? Texts.of("caller", call.caller()) : call.relation());
    }

    private static String facts(Call call) {
        return call.facts().stream()
                .map(fact -> Texts.of("fact", fact))
                .collect(Collectors.joining(", "));
    }

    private static Span act(Call.Act act) {
        return new Span(
                Texts.text(
                        "calls.act." + act.state(),
                        Texts.of("accountAct", act.act()),
                        Formats.current().moment(act.at())));
    }

    private static Span secondary(String text) {
        var words = new Span(text);
        words.addClassName("secondary");
        return words;
    }
}
