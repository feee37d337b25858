package org.portaldesk.console.proxy;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.time.Period;
import java.util.Map;
import java.util.Set;
import org.portaldesk.console.widget.Formats;
import org.portaldesk.console.widget.Panel;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.contract.proxy.ProxyRequest;
import org.portaldesk.contract.proxy.Why;

/** What the rule gives today, step by step, each with what says so. */
final class RulePanel extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    /** Steps that this console has words for in each language. */
    private static final Set<String> KNOWN =
            Set.of(
                    "DECEASED",
                    "AGE_BAND",
                    "NOT_A_MINOR",
                    "NOT_A_PARENT",
                    "NOT_AN_ADULT",
                    "REPRESENTATIVE",
                    "AUTHORIZATION",
                    "ADULT",
                    "PARENT",
                    "GUARDIAN");

    RulePanel(ProxyRequest request) {
        var steps = new OrderedList();
        steps.addClassName("rule-steps");
        request.reasons().forEach(why -> steps.add(step(why, age(request))));
        var gives = new Div(AccessBadge.of(request.accessClass()), areas(request));
        gives.addClassName("rule-gives");
        getContent().add(new Panel(Texts.text("rule.title"), gives, steps));
    }

    private static Component areas(ProxyRequest request) {
        return new Span(AreaWords.of(request.areas(), Map.of()));
    }

    private static ListItem step(Why why, long age) {
        var text = KNOWN.contains(why.code()) ? Texts.text("rule." + why.code(), age) : why.text();
        var citation = new Paragraph(why.citation());
        citation.addClassName("secondary");
        return new ListItem(new Paragraph(text), citation);
    }

    private static long age(ProxyRequest request) {
        var record = request.patient();
        if (record != null) {
            return record.age();
        }
        var claimed = request.claimedPatient();
        return claimed == null
                ? 0
                : Period.between(claimed.birthDate(), LocalDate.now(Formats.current().zone()))
                        .getYears();
    }
}
