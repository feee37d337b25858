package org.portaldesk.console.result;

import org.portaldesk.console.widget.StatusBadge;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.console.widget.Tone;
import org.portaldesk.contract.result.ReleaseState;

/** Where the release of a result stands. */
final class ReleaseBadge {

    private ReleaseBadge() {}

    static StatusBadge of(ReleaseState state) {
        return new StatusBadge(tone(state), Texts.of("release", state));
    }

    private static Tone tone(ReleaseState state) {
        return switch (state) {
            case PENDING -> Tone.QUIET;
            case SCHEDULED -> Tone.WATCH;
            case HELD -> Tone.LOCKED;
            case RELEASED -> Tone.GOOD;
            case RETRACTED -> Tone.DANGER;
        };
    }
}
