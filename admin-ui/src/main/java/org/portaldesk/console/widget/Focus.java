package org.portaldesk.console.widget;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;

/**
 * Puts the focus somewhere as soon as that can be seen. When a page has just been loaded, its parts
 * are there a moment before they are shown, and what is not shown takes no focus.
 */
public final class Focus {

    private static final String WHEN_SHOWN =
            """
            const put = left => {
              const to = $0 ? this.querySelector('[checked]') || this.querySelector($0) : this;
              if (to && to.checkVisibility()) {
                to.focus();
              } else if (left > 0) {
                setTimeout(() => put(left - 1), 50);
              }
            };
            setTimeout(() => put(60));
            """;

    private Focus() {}

    /** On the component itself. */
    public static void on(Component component) {
        component.getElement().executeJs(WHEN_SHOWN, "");
    }

    /** On the chosen one of these, or on the first. */
    public static void onChoice(RadioButtonGroup<?> group) {
        group.getElement().executeJs(WHEN_SHOWN, "vaadin-radio-button");
    }
}
