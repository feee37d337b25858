package org.portaldesk.console.widget;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

/** Says that there is nothing, and what one may do next. */
public final class EmptyState extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    public EmptyState(Glyph glyph, String title, String text, Component... next) {
        var heading = new Paragraph(title);
        heading.addClassName("empty-title");
        var words = new Paragraph(text);
        words.addClassName("secondary");
        getContent().addClassName("empty");
        getContent().add(glyph.icon(), heading, words);
        getContent().add(next);
    }
}
