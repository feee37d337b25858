package org.portaldesk.api.support.model;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an act is decided on.
 *
 * @param now by the database's clock
 * @param deceased whether the record says that the patient has died
 * @param keycloakId absent when there is no account
 * @param closedByStaff whether staff have closed it
 * @param email the address on record that is used; absent when there is none
 * @param freshEmail whether that address has been on record for less than seven days
 * @param window of the verification that the caller names; absent when it does not exist
 * @param watched whether a takeover case is open
 * @param busy whether another act on the account is under way
 * @param unsettled whether another act broke off, and nobody knows yet how it came out
 */
public record ActFacts(
        UUID patientId,
        Instant now,
        boolean deceased,
        @Nullable UUID keycloakId,
        boolean closedByStaff,
        @Nullable String email,
        boolean freshEmail,
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
        if (deed.isReset() && !supervisor && (watched || freshEmail)) {
            return watched ? ActRefusal.HELD_FOR_SUPERVISOR : ActRefusal.FRESH_CONTACT;
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
        if (deceased && deed.letsIn()) {
            return ActRefusal.DECEASED;
        }
        if (keycloakId == null) {
            return deed == Deed.RESEND_CODE ? null : ActRefusal.NO_ACCOUNT;
        }
        return closedByStaff ? whileClosedAgainst(deed) : whileOpenAgainst(deed);
    }

    private static @Nullable ActRefusal whileClosedAgainst(Deed deed) {
        return deed == Deed.ENABLE ? null : ActRefusal.CLOSED_BY_STAFF;
    }

    private @Nullable ActRefusal whileOpenAgainst(Deed deed) {
        if (deed == Deed.ENABLE) {
            return ActRefusal.NOT_CLOSED_BY_STAFF;
        }
        return deed == Deed.PASSWORD_RESET && email == null ? ActRefusal.NO_ADDRESS : null;
    }
}
