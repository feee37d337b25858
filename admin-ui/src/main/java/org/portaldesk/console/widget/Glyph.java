package org.portaldesk.console.widget;

import com.vaadin.flow.component.icon.SvgIcon;
import java.util.Locale;

/** The icons of {@code assets/icons.svg}. They decorate; what they mean always stands beside. */
public enum Glyph {
    ACCOUNT,
    ALERT,
    ARROW,
    AUDIT,
    CHECK,
    CLOCK,
    CODE,
    COPY,
    CROSS,
    EMAIL,
    EYE,
    GLOBE,
    HAND,
    HISTORY,
    HOME,
    KEYBOARD,
    LETTER,
    LOCK,
    MOON,
    PATIENTS,
    PHONE,
    PLUS,
    PRINT,
    REQUEST,
    SEARCH,
    SHIELD,
    SIGN_OUT,
    SUN,
    SYSTEM,
    UNDO;

    /** The icon, hidden from screen readers. */
    public SvgIcon icon() {
        var icon =
                new SvgIcon("assets/icons.svg", name().toLowerCase(Locale.ROOT).replace('_', '-'));
        icon.getElement().setAttribute("aria-hidden", "true");
        return icon;
    }
}
