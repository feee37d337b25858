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
 * @param bar why the caller may not review the hold that stands; null where nothing is against it
 * @param confirms whether the caller is who can confirm it
 * @param grants on the patient's record
 * @param determiner where who is named in a wish stands in the directory; null where nobody is
 */
public record Standing(
        Result result,
        Instant now,
        boolean earlyRelease,
        @Nullable Bar bar,
        boolean confirms,
        Set<UUID> grants,
        Clinician.@Nullable Standing determiner) {

    /** How a reviewer is tied to a hold. */
    public enum Bar {
        /** They determined, confirmed or recorded it. */
        SAME,
        /** By name they may have determined it, and the directory does not say who did. */
        MAY_BE
    }

    public Standing {
        grants = Set.copyOf(grants);
    }
}
