package org.portaldesk.console.proxy;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import org.portaldesk.console.review.Claims;
import org.portaldesk.console.shell.PatientLink;
import org.portaldesk.console.widget.DueClock;
import org.portaldesk.console.widget.Formats;
import org.portaldesk.console.widget.Glyph;
import org.portaldesk.console.widget.StatusBadge;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.console.widget.Tone;
import org.portaldesk.contract.proxy.ProxyRequest;

/** Who asks to see whose record, how long there is, and who works on it; always in sight. */
final class ReviewHead extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    ReviewHead(ProxyRequest request) {
        getContent().addClassName("review-people");
        getContent().add(proxy(request), direction(request), patient(request), state(request));
    }

    private static Component proxy(ProxyRequest request) {
        var proxy = request.proxy();
        return person(
                Texts.text("proxy.head.proxy"),
                Texts.text("request.name", upper(proxy.familyName()), proxy.givenName()),
                Texts.text("proxy.head.born", Formats.current().date(proxy.birthDate())));
    }

    private static Component direction(ProxyRequest request) {
        var words =
                new Div(
                        new Span(Texts.of("relation", request.relationship())),
                        Glyph.ARROW.icon(),
                        new Span(Texts.text("proxy.head.asks")));
        words.addClassName("direction");
        return words;
    }

    private static Component patient(ProxyRequest request) {
        var formats = Formats.current();
        var record = request.patient();
        var claimed = request.claimedPatient();
        if (record != null) {
            var comma = record.name().indexOf(',');
            var name =
                    comma < 0
                            ? record.name()
                            : upper(record.name().substring(0, comma))
                                    + record.name().substring(comma);
            var person =
                    person(
                            Texts.text("proxy.head.patient"),
                            new H2(new PatientLink(record.id(), name)),
                            Texts.text(
                                    "proxy.head.record",
                                    formats.date(record.birthDate()),
                                    record.age(),
                                    record.mrn()));
            if (record.deceased()) {
                person.add(new StatusBadge(Tone.DANGER, Texts.text("banner.deceased")));
            }
            return person;
        }
        return claimed == null
                ? new Div()
                : person(
                        Texts.text("proxy.head.patientClaimed"),
                        Texts.text(
                                "request.name", upper(claimed.familyName()), claimed.givenName()),
                        Texts.text("proxy.head.born", formats.date(claimed.birthDate())));
    }

    private static Div person(String role, String name, String detail) {
        return person(role, new H2(name), detail);
    }

    private static Div person(String role, H2 heading, String detail) {
        var label = new Paragraph(role);
        label.addClassName("secondary");
        var below = new Paragraph(detail);
        below.addClassName("secondary");
        var person = new Div(label, heading, below);
        person.addClassName("review-person");
        return person;
    }

    private static Component state(ProxyRequest request) {
        var due = request.clock().dueAt();
        var severity = request.severity();
        var lines = new Div();
        lines.addClassNames("lines", "review-state");
        lines.add(
                due != null && severity != null && Shown.isOpen(request.state())
                        ? new DueClock(due, Tones.of(severity))
                        : new StatusBadge(
                                Tones.of(request.state()),
                                Texts.of("proxy.state", request.state())));
        if (request.pendReason() != null) {
            lines.add(quiet(Texts.ofWord("waits", request.pendReason())));
        }
        var claim = request.claim();
        if (claim != null) {
            var words = Claims.words(claim);
            lines.add(claim.mine() ? quiet(words) : new StatusBadge(Tone.WATCH, words));
        }
        return lines;
    }

    private static Span quiet(String words) {
        var span = new Span(words);
        span.addClassName("secondary");
        return span;
    }

    private static String upper(String name) {
        return name.toUpperCase(Locale.ROOT);
    }
}
