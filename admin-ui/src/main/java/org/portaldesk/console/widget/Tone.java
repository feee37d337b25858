package org.portaldesk.console.widget;

import java.util.Locale;

/** How much something asks for attention. Each tone has a sign of its own beside its colour. */
public enum Tone {
    /** Over, or of no account. */
    QUIET("○"),
    /** At work. */
    LIVE("●"),
    GOOD("✓"),
    /** Soon. */
    WATCH("◷"),
    WARN("!"),
    DANGER("▲"),
    LOCKED("■");

    private final String sign;

    Tone(String sign) {
        this.sign = sign;
    }

    String sign() {
        return sign;
    }

    String cssClass() {
        return "tone-" + name().toLowerCase(Locale.ROOT);
    }
}
