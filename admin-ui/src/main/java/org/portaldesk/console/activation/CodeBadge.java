package org.portaldesk.console.activation;

import org.portaldesk.console.widget.StatusBadge;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.console.widget.Tone;
import org.portaldesk.contract.activation.CodeState;

/** How the state of an activation code looks. */
final class CodeBadge {

    private CodeBadge() {}

    static StatusBadge of(CodeState state) {
        return new StatusBadge(tone(state), Texts.of("code", state));
    }

    private static Tone tone(CodeState state) {
        return switch (state) {
            case ISSUED -> Tone.LIVE;
            case REDEEMED -> Tone.GOOD;
            case EXPIRED, SUPERSEDED -> Tone.QUIET;
            case REVOKED -> Tone.WARN;
        };
    }
}
