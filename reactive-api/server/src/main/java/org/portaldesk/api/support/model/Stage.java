package org.portaldesk.api.support.model;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.contract.verification.Fact;

/**
 * A verification as it stands.
 *
 * @param failures of verifications of this patient in the last 24 hours
 * @param overrideId the second person's word that it goes on by
 * @param matched the facts that fit
 * @param codeOffered whether a one-time code may be sent
 */
public record Stage(
        UUID id,
        UUID patientId,
        String agent,
        boolean open,
        int version,
        int failures,
        @Nullable UUID overrideId,
        boolean codeOffered,
        Set<Fact> matched) {

    public Stage {
        matched = Set.copyOf(matched);
    }

    /** Whether too many have failed for this one to pass. Others may have failed since it began. */
    public boolean isExhausted(VerificationRules rules, boolean supervisor) {
        return !supervisor && overrideId == null && rules.attemptsLeft(failures) == 0;
    }
}
