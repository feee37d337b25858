package org.portaldesk.console.proxy;

import org.portaldesk.console.widget.StatusBadge;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.console.widget.Tone;
import org.portaldesk.contract.proxy.AccessClass;

/** How far somebody may see, in a word. */
final class AccessBadge {

    private AccessBadge() {}

    static StatusBadge of(AccessClass access) {
        return new StatusBadge(tone(access), Texts.of("access", access));
    }

    private static Tone tone(AccessClass access) {
        return switch (access) {
            case MINOR_FULL, ADULT -> Tone.GOOD;
            case MINOR_LIMITED -> Tone.LIVE;
            case NONE -> Tone.QUIET;
        };
    }
}
