package org.portaldesk.api.support.model;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an act is decided on.
 *
 * @param now by the database's clock
 * @param keycloakId absent when there is no account
 * @param closedByStaff whether staff have closed it
 * @param email the address on record that is used; absent when there is none
 * @param window of the verification that the caller names; absent when it does not exist
 * @param watched whether a takeover case is open
 * @param busy whether another act on the account is under way
 * @param unsettled whether another act broke off, and nobody knows yet how it came out
 */
public record ActFacts(
        UUID patientId,
        Instant now,
        @Nullable UUID keycloakId,
        boolean closedByStaff,
        @Nullable String email,
        @Nullable Window window,
        boolean watched,
        boolean busy,
        boolean unsettled) {

    /**
     * Why the act is refused, or null when it may be done.
     *
     * @param named whether the caller named a verification at all
     */
    public @Nullable ActRefusal against(
            Deed deed, String caller, boolean supervisor, boolean named) {
        var closed = windowAgainst(deed, caller, named);
        if (closed != null) {
            return closed;
        }
        if (deed.isReset() && watched && !supervisor) {
            return ActRefusal.HELD_FOR_SUPERVISOR;
        }
        var state = stateAgainst(deed);
        if (state != null) {
            return state;
        }
        return unsettled ? ActRefusal.UNSETTLED : busy ? ActRefusal.ANOTHER_ACT : null;
    }

    private @Nullable ActRefusal windowAgainst(Deed deed, String caller, boolean named) {
        var opener = deed.opener();
        if (opener == null) {
            return null;
        }
        if (window == null) {
            return named ? ActRefusal.UNKNOWN_VERIFICATION : ActRefusal.NO_VERIFICATION;
        }
        return window.against(patientId, caller, opener, now);
    }

    private @Nullable ActRefusal stateAgainst(Deed deed) {
        if (deed == Deed.RESEND_CODE) {
            return null;
        }
        if (keycloakId == null) {
            return ActRefusal.NO_ACCOUNT;
        }
        if (deed == Deed.ENABLE) {
            return closedByStaff ? null : ActRefusal.NOT_CLOSED_BY_STAFF;
        }
        if (closedByStaff) {
            return ActRefusal.CLOSED_BY_STAFF;
        }
        return deed == Deed.PASSWORD_RESET && email == null ? ActRefusal.NO_ADDRESS : null;
    }
}
