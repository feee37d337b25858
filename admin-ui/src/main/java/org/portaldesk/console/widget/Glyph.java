package org.portaldesk.console.widget;

import com.vaadin.flow.component.icon.SvgIcon;
import java.util.Locale;

/** The icons of {@code assets/icons.svg}. They decorate; what they mean always stands beside. */
public enum Glyph {
    ACCOUNT,
    ALERT,
    ARROW,
    AUDIT,
    CALENDAR,
    CHECK,
    CLOCK,
    CODE,
    COPY,
    CROSS,
    DOWN,
    EMAIL,
    EYE,
    FIT,
    GLOBE,
    HAND,
    HISTORY,
    HOME,
    KEYBOARD,
    LEDGER,
    LETTER,
    LOCK,
    MINUS,
    MOON,
    PATIENTS,
    PHONE,
    PLUS,
    POLICY,
    PRINT,
    PROXY,
    PULSE,
    REQUEST,
    SEARCH,
    SHIELD,
    SIGN_OUT,
    SUN,
    SYSTEM,
    TURN,
    UNDO,
    UP,
    VEILED;

    /** The icon, hidden from screen readers. */
    public SvgIcon icon() {
        var icon =
                new SvgIcon("assets/icons.svg", name().toLowerCase(Locale.ROOT).replace('_', '-'));
        icon.getElement().setAttribute("aria-hidden", "true");
        return icon;
    }
}
