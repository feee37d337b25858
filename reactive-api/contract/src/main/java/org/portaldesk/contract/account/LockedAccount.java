package org.portaldesk.contract.account;

import java.util.UUID;

/**
 * A row of the list of locked accounts.
 *
 * @param name family name first
 */
public record LockedAccount(
        UUID patientId, String mrn, String name, String username, AccountLock lock) {}
