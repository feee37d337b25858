package org.portaldesk.contract.privacy;

import java.time.Instant;
import java.util.UUID;

/**
 * A record that opens only to who breaks the glass.
 *
 * @param reason why, as the privacy officer wrote it
 * @param by who restricted it
 */
public record Restriction(
        UUID patientId, String patientName, String mrn, String reason, String by, Instant since) {}
