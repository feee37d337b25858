package org.portaldesk.console.widget;

import org.portaldesk.contract.patient.AccountState;

/** How the state of a portal account looks. */
public final class AccountBadge {

    private AccountBadge() {}

    /** The badge of an account in that state. */
    public static StatusBadge of(AccountState state) {
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
