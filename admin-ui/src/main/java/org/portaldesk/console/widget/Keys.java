package org.portaldesk.console.widget;

import com.vaadin.flow.component.html.Span;

/** A key combination as it stands on a button or in a hint. */
public final class Keys extends Span {

    private static final long serialVersionUID = 1L;

    public Keys(String combination) {
        super(combination);
        addClassName("keys");
        getElement().setAttribute("aria-hidden", "true");
    }
}
