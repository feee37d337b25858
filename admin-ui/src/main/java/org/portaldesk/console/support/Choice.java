package org.portaldesk.console.support;

import com.vaadin.flow.component.radiobutton.RadioButtonGroup;

/** Choices by keyboard. */
final class Choice {

    /** The buttons of a group come a moment after the group itself. */
    private static final String FOCUS =
            "setTimeout(() => (this.querySelector('vaadin-radio-button[checked]')"
                    + " || this.querySelector('vaadin-radio-button') || this).focus())";

    private Choice() {}

    /** Puts the focus on the chosen one, or on the first. */
    static void focus(RadioButtonGroup<?> group) {
        group.getElement().executeJs(FOCUS);
    }
}
