package org.portaldesk.console.widget;

import com.vaadin.flow.component.html.Span;

/** A state in a word, with a sign and a colour. */
public final class StatusBadge extends Span {

    private static final long serialVersionUID = 1L;

    private final Tone tone;

    public StatusBadge(Tone tone, String text) {
        this.tone = tone;
        var sign = new Span(tone.sign());
        sign.getElement().setAttribute("aria-hidden", "true");
        add(sign, new Span(text));
        addClassNames("badge", tone.cssClass());
    }

    public Tone tone() {
        return tone;
    }
}
