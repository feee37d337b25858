package org.portaldesk.api.account.model;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.contract.account.PortalAccount;

/**
 * What our own database knows of a patient's account.
 *
 * @param keycloakId absent when there is no account
 * @param pending whether a live activation code exists
 * @param deceased whether the record says that the patient has died
 * @param disabling present when staff have closed the account
 */
public record AccountLink(
        UUID patientId,
        @Nullable UUID keycloakId,
        @Nullable String username,
        boolean pending,
        boolean deceased,
        PortalAccount.@Nullable Disabling disabling) {

    /** What keeps the account closed; null when nothing does, or when there is none to open. */
    public PortalAccount.@Nullable Closing closedBy(Reading reading) {
        if (deceased) {
            return PortalAccount.Closing.DEATH;
        }
        if (keycloakId == null) {
            return null;
        }
        if (disabling != null) {
            return PortalAccount.Closing.STAFF;
        }
        return reading.disabledByHand() ? PortalAccount.Closing.SIGN_IN_SERVICE : null;
    }
}
