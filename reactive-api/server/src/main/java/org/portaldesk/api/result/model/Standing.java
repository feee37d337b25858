package org.portaldesk.api.result.model;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.contract.clinician.Clinician;
import org.portaldesk.contract.result.Result;

/**
 * What an act on a result is judged on.
 *
 * @param now by the database's clock
 * @param earlyRelease whether the statute that delays it lets a clinician release it sooner
 * @param recorder who recorded the hold that stands
 * @param grants on the patient's record
 * @param determiner where who is named in a wish stands in the directory; null where nobody is
 */
public record Standing(
        Result result,
        Instant now,
        boolean earlyRelease,
        @Nullable String recorder,
        Set<UUID> grants,
        Clinician.@Nullable Standing determiner) {

    public Standing {
        grants = Set.copyOf(grants);
    }
}
