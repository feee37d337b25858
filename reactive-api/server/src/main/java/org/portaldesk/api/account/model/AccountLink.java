package org.portaldesk.api.account.model;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.contract.account.PortalAccount;

/**
 * What our own database knows of a patient's account.
 *
 * @param keycloakId absent when there is no account
 * @param pending whether a live activation code exists
 * @param disabling present when staff have closed the account
 */
public record AccountLink(
        UUID patientId,
        @Nullable UUID keycloakId,
        @Nullable String username,
        boolean pending,
        PortalAccount.@Nullable Disabling disabling) {}
