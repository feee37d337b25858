package org.portaldesk.console.activation;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import org.portaldesk.console.widget.Glyph;

/** The rules of a code, each with its answer for this patient. */
final class ChecksList extends Composite<UnorderedList> {

    private static final long serialVersionUID = 1L;

    ChecksList(Prechecks checks) {
        getContent().addClassName("checks");
        checks.list().forEach(check -> getContent().add(item(check)));
    }

    private static ListItem item(Prechecks.Check check) {
        var glyph = check.passed() ? Glyph.CHECK : Glyph.CROSS;
        var item = new ListItem(glyph.icon(), new Span(check.text()));
        item.addClassName(check.passed() ? "passed" : "failed");
        return item;
    }
}
