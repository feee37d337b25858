package org.portaldesk.api.support.model;

import org.jspecify.annotations.Nullable;
import org.portaldesk.contract.account.AccountAct;

/**
 * An act on an account, with its names on record. {@code null} in place of an {@link AccountAct}
 * means that no verification opens it: it is HIM staff's.
 */
public enum Deed {
    UNLOCK(AccountAct.UNLOCK, "ACCOUNT_UNLOCKED"),
    PASSWORD_RESET(AccountAct.PASSWORD_RESET, "PASSWORD_RESET_SENT"),
    SECOND_FACTOR_RESET(AccountAct.SECOND_FACTOR_RESET, "SECOND_FACTOR_RESET"),
    END_SESSIONS(AccountAct.END_SESSIONS, "SESSIONS_ENDED"),
    RESEND_CODE(AccountAct.RESEND_CODE, "CODE_RESENT"),
    DISABLE(null, "ACCOUNT_DISABLED"),
    ENABLE(null, "ACCOUNT_ENABLED");

    private final @Nullable AccountAct opener;
    private final String onRecord;

    Deed(@Nullable AccountAct opener, String onRecord) {
        this.opener = opener;
        this.onRecord = onRecord;
    }

    /** What a verification must open for it. */
    public @Nullable AccountAct opener() {
        return opener;
    }

    /** How the record names it once it is done, and how it names the refusal. */
    public String onRecord() {
        return onRecord;
    }

    /** How the record names that it was begun. */
    public String begun() {
        return name() + "_BEGUN";
    }

    /** Whether it helps somebody to get in: never for the dead. */
    public boolean letsIn() {
        return switch (this) {
            case UNLOCK, PASSWORD_RESET, SECOND_FACTOR_RESET, RESEND_CODE, ENABLE -> true;
            case END_SESSIONS, DISABLE -> false;
        };
    }

    /**
     * Whether it must leave a user alone whom somebody has disabled in Keycloak. A closing, too:
     * opening what it closed would undo that other hand's work.
     */
    public boolean yieldsToAnotherHand() {
        return switch (this) {
            case UNLOCK, PASSWORD_RESET, SECOND_FACTOR_RESET, DISABLE -> true;
            // Staff's own closing stands there and nobody else's; a code comes before the user.
            case ENABLE, RESEND_CODE, END_SESSIONS -> false;
        };
    }

    /** Whether it waits for a supervisor while somebody may be taking the account over. */
    boolean isReset() {
        return this == PASSWORD_RESET || this == SECOND_FACTOR_RESET;
    }
}
