package org.portaldesk.console.patient;

import org.portaldesk.console.widget.StatusBadge;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.console.widget.Tone;
import org.portaldesk.contract.patient.AccountState;

/** How the state of a portal account looks. */
final class AccountBadge {

    private AccountBadge() {}

    static StatusBadge of(AccountState state) {
        return new StatusBadge(tone(state), Texts.of("account", state));
    }

    private static Tone tone(AccountState state) {
        return switch (state) {
            case NONE -> Tone.QUIET;
            case PENDING -> Tone.LIVE;
            case ACTIVE -> Tone.GOOD;
            case LOCKED -> Tone.LOCKED;
            case DISABLED -> Tone.WARN;
        };
    }
}
